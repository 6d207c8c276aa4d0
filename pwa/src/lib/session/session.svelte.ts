import { asFailure, call, type Failure } from '#lib/api';
import { asLocale, language } from '#lib/i18n';
import { ViewerDocument, type Role, type ViewerQuery } from '#lib/gql';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** Who is signed in. Asked once; every screen may rely on `viewer` because the shell waits for it. */
class Session {
	#viewer = $state.raw<Viewer | null>(null);
	failure = $state<Failure | null>(null);

	/** The person signed in. Only screens inside the shell may ask. */
	get viewer(): Viewer {
		if (this.#viewer === null) throw new Error('no one is signed in');
		return this.#viewer;
	}

	get signedIn(): boolean {
		return this.#viewer !== null;
	}

	get role(): Role {
		return this.viewer.current.role;
	}

	/** Makes sure we know who this is. Gives false when nobody is signed in. */
	async load(): Promise<boolean> {
		if (this.#viewer) return true;
		try {
			const { viewer } = await call(ViewerDocument, {});
			this.failure = null;
			this.#viewer = viewer;
			if (viewer) await language.use(asLocale(viewer.locale));
			return viewer !== null;
		} catch (error) {
			this.failure = asFailure(error);
			return this.failure.reason !== 'signed-out';
		}
	}

	/** Asks once more who this is, when a name changed; what is shown stays meanwhile. */
	async renew(): Promise<void> {
		const { viewer } = await call(ViewerDocument, {});
		if (viewer) this.#viewer = viewer;
	}

	/** After signing in as someone else or signing out: nothing of the former person stays. */
	forget(): void {
		this.#viewer = null;
		this.failure = null;
	}
}

export const session = new Session();

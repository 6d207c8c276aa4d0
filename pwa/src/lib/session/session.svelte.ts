import { asFailure, call, type Failure } from '#lib/api';
import { asLocale, language } from '#lib/i18n';
import { ViewerDocument, type Role, type ViewerQuery } from '#lib/gql';

export type Viewer = NonNullable<ViewerQuery['viewer']>;

/** After this long without an answer, who was here last is shown what this phone keeps. */
const PATIENCE_MS = 4_000;

/** Who is signed in. Asked once; every screen may rely on `viewer` because the shell waits for it. */
class Session {
	#viewer = $state.raw<Viewer | null>(null);
	failure = $state<Failure | null>(null);
	/** Known from what this phone keeps: the server has not been asked yet. */
	kept = $state(false);

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
		const asked = this.#ask();
		const patience = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
		return (await Promise.race([asked, patience])) ?? ((await this.#recall()) || asked);
	}

	async #ask(): Promise<boolean> {
		try {
			const { viewer } = await call(ViewerDocument, {});
			// who turns out not to be here while the kept lists are shown, hears it from the first list
			if (viewer || !this.kept) await this.#know(viewer, false);
			return viewer !== null;
		} catch (error) {
			this.failure = asFailure(error);
			if (this.failure.dark) await this.#recall();
			return this.failure?.reason !== 'signed-out';
		}
	}

	/** Without a line: who was here last, as this phone keeps it. */
	async #recall(): Promise<boolean> {
		const viewer = await import('#lib/offline/kept.ts').then(({ keptViewer }) => keptViewer()).catch(() => null);
		if (viewer && !this.#viewer) await this.#know(viewer, true);
		return this.#viewer !== null;
	}

	async #know(viewer: Viewer | null, kept: boolean): Promise<void> {
		this.failure = null;
		this.kept = kept;
		this.#viewer = viewer;
		// without a line the language is the one this device was left in
		if (viewer && !kept) await language.use(asLocale(viewer.locale));
	}

	/** Asks once more who this is, when a name changed; what is shown stays meanwhile. */
	async renew(): Promise<Viewer> {
		const { viewer } = await call(ViewerDocument, {});
		if (viewer) await this.#know(viewer, false);
		return this.viewer;
	}

	/** After signing in as someone else or signing out: nothing of the former person stays. */
	forget(): void {
		this.#viewer = null;
		this.failure = null;
		this.kept = false;
	}
}

export const session = new Session();

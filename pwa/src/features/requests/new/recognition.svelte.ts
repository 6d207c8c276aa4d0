import { call } from '#lib/api';
import { RecogniseDetaineeDocument, type RecogniseDetaineeQuery } from '#lib/gql';
import type { Wish } from './rules';

const PAUSE_MS = 500;

/** Asks, when the typing pauses, whether somebody is known here. Only a help: without an answer the form works the same. */
export class Recognition {
	found = $state.raw<RecogniseDetaineeQuery['recogniseDetainee'] | null>(null);

	constructor(wishNow: () => Wish) {
		$effect(() => {
			const { givenName, familyName, kind } = wishNow();
			const who = { givenName: givenName.trim(), familyName: familyName.trim(), activityKind: kind };
			this.found = null;
			if (!isName(who.givenName) || !isName(who.familyName)) return;
			let current = true;
			const timer = setTimeout(async () => {
				try {
					const { recogniseDetainee } = await call(RecogniseDetaineeDocument, who);
					if (current) this.found = recogniseDetainee;
				} catch {
					// The form says what matters when it is sent.
				}
			}, PAUSE_MS);
			return () => {
				current = false;
				clearTimeout(timer);
			};
		});
	}
}

function isName(text: string): boolean {
	return text.length >= 2 && text.length <= 80;
}

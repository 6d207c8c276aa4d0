import { HERE, NAME, type Told } from './channel';

/** Another tab: nothing stays on its screen of who is here no more. */
export function followTabs(here: () => string | null, onoutbox: () => void): void {
	new BroadcastChannel(NAME).onmessage = ({ data }: MessageEvent<Told>) => {
		if (data.outbox) onoutbox();
		else if ((data.left && data.left !== HERE) || (data.here && here() && data.here !== here())) location.replace('/');
	};
}

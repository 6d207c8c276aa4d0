import { goto } from '$app/navigation';

/** Lets a notification that is pressed bring the app, where it is open, to its screen; the worker hears that it did. */
export function followNotifications(): void {
	navigator.serviceWorker?.addEventListener('message', ({ data, ports }) => {
		if (typeof data?.open !== 'string') return;
		ports[0]?.postMessage(true);
		void goto(data.open);
	});
}

import type { AcceptOfferMutation } from '#lib/gql';

/** How an answer that was given from a notification went, as the service worker hands it to the app. */
export interface HandedOver {
	answer?: AcceptOfferMutation['acceptOffer'];
	/** No answer: there was no line, it took too long, or something broke. */
	failure?: 'offline' | 'timeout' | 'broken';
}

const PATIENCE_MS = 2_000;

/** How an answer from a notification went; null when the worker no longer knows. */
export async function handedOver(offerId: string): Promise<HandedOver | null> {
	const worker = (await navigator.serviceWorker?.getRegistration())?.active;
	if (!worker) return null;
	return new Promise((resolve) => {
		const { port1, port2 } = new MessageChannel();
		port1.onmessage = ({ data }) => resolve(data as HandedOver | null);
		setTimeout(() => resolve(null), PATIENCE_MS);
		worker.postMessage({ answerTo: offerId }, [port2]);
	});
}

import type { MessageSelection, MessageState, SentMessageFragment } from '#lib/gql';
import type { IconName } from '#lib/ui/icons.ts';

/** What the server takes, counted as it counts: in characters, not in halves of them. */
export const MOST = 600;

export function lengthOf(text: string): number {
	return [...text.trim()].length;
}

/** In the order in which one wants to know. */
export const STATES: readonly MessageState[] = ['OPENED', 'MAILED', 'PUSHED', 'WAITING', 'APP_ONLY', 'FAILED', 'CANCELLED'];

export const SIGNS: Record<MessageState, { kind: 'good' | 'lamp' | 'warn' | 'quiet'; icon: IconName }> = {
	OPENED: { kind: 'good', icon: 'tick' },
	MAILED: { kind: 'quiet', icon: 'letter' },
	PUSHED: { kind: 'quiet', icon: 'bell' },
	WAITING: { kind: 'lamp', icon: 'clock' },
	APP_ONLY: { kind: 'quiet', icon: 'inbox' },
	FAILED: { kind: 'warn', icon: 'warning' },
	CANCELLED: { kind: 'quiet', icon: 'cross' }
};

/** How many stand in each state, in that order; none of those that nobody is in. */
export function inOrder(counts: SentMessageFragment['counts']): { state: MessageState; count: number }[] {
	return STATES.flatMap((state) => counts.filter((each) => each.state === state));
}

export function waiting(message: Pick<SentMessageFragment, 'counts' | 'cancelledAt'>): number {
	return message.cancelledAt ? 0 : (message.counts.find(({ state }) => state === 'WAITING')?.count ?? 0);
}

/** For whom: whoever was ticked; or, without anybody, what the list is narrowed by. */
export type Selection = MessageSelection;

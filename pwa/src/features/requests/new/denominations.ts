import type { ActivityDenomination } from '#lib/gql';

/** Of a chaplaincy activity, never of a person. */
export const DENOMINATIONS: readonly ActivityDenomination[] = ['CATHOLIC', 'PROTESTANT', 'HUMANIST', 'JEWISH', 'MUSLIM', 'BUDDHIST', 'HINDU'];

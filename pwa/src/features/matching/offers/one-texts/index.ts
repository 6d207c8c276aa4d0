import { texts } from '#lib/i18n';
import { en } from './en';
import { nl } from './nl';

/** The words of one invitation, loaded with it; those of the list are in ../texts. */
export const one = texts(nl, en);

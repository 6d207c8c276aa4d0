import { texts } from '#lib/i18n';
import { en } from './en';
import { nl } from './nl';

export const t = texts(nl, en);

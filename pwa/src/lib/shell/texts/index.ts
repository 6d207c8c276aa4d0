import { firstTexts } from '#lib/i18n';
import { nl } from './nl';

export const t = firstTexts(nl, 'shell');

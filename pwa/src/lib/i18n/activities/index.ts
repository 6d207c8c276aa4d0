import { firstTexts } from '../texts';
import { nl } from './nl';

/** `activities()[request.activityKind]`. */
export const activities = firstTexts(nl, 'activities');

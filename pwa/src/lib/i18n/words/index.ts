import { texts } from '../texts';
import { en } from './en';
import { nl } from './nl';

/** `words().visitState[visit.state]`: the word for any value of the schema's enums. */
export const words = texts(nl, en);

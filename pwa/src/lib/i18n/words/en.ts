import type { SameKeys } from '../texts';
import { en as activity } from '../activities/en';
import type { nl } from './nl';

export const en: SameKeys<typeof nl> = {
	activity,
	gender: { WOMAN: 'Woman', MAN: 'Man', OTHER: 'Other' },
	role: { VOLUNTEER: 'Volunteer', COORDINATOR: 'Coordinator', STAFF: 'Staff', FUNDER: 'Funder', OPERATOR: 'Operator' },
	requestState: { OPEN: 'Open', OFFERED: 'Asked', MATCHED: 'Matched', WITHDRAWN: 'Withdrawn', CLOSED: 'Closed' },
	offerState: { LIVE: 'Open', ACCEPTED: 'Said yes', DECLINED: 'Not now', WITHDRAWN: 'Withdrawn', EXPIRED: 'Time is up' },
	matchState: { ACTIVE: 'Active', REVIEW: 'Being looked at', ENDED: 'Ended' },
	visitState: { PROPOSED: 'Asked', CONFIRMED: 'Confirmed', CANCELLED: 'Is off', LOGGED: 'Logged' },
	regime: { OFFICIAL: 'Official', REGULAR_HOUR: 'Costs the visiting hour', OTHER: 'Other', UNKNOWN: 'Not known yet' },
	setting: { PRIVATE_ROOM: 'Private room', SUPERVISED_HALL: 'Visiting hall', OUTSIDE: 'Outside', UNKNOWN: "I don't know" },
	outcome: {
		HELD: 'It took place',
		VOLUNTEER_ABSENT: 'I could not come',
		DETAINEE_ABSENT: 'The other did not come',
		FACILITY_CANCELLED: 'The prison called it off'
	},
	cancelSide: { FACILITY: 'The prison', DETAINEE: 'The other person', VOLUNTEER: 'The volunteer', ORGANISATION: 'The organisation' },
	cancelCause: {
		CLOSED: 'Closed that day',
		NO_ROOM: 'No room',
		NO_STAFF: 'Not enough staff',
		SECURITY: 'Security',
		ILL: 'Ill',
		OTHER_APPOINTMENT: 'Another appointment',
		TRANSFERRED: 'Moved to another prison',
		RELEASED: 'Released',
		NOT_WANTED: 'Wants no visit now',
		TRAVEL: 'Travel does not work out',
		NO_VOLUNTEER: 'No volunteer',
		PLANNING: 'A planning mistake'
	},
	withdrawReason: { DETAINEE_WISH: 'Their own wish', RELEASED: 'Released', TRANSFERRED: 'Moved to another prison' },
	declineReason: { NO_TIME: 'No time', TOO_FAR: 'Too far', NOT_NOW: 'Just not now', OTHER: 'Something else' },
	matchEndReason: {
		DETAINEE_WISH: 'The other person wants to stop',
		VOLUNTEER_WISH: 'I want to stop',
		RELEASED: 'Released',
		TRANSFERRED: 'Moved to another prison',
		NO_CLICK: 'It did not click',
		OTHER: 'Something else'
	}
};

import { nl as activity } from '../activities/nl';

/** Words for the values that every feature shows. */
const gender = { WOMAN: 'Vrouw', MAN: 'Man', OTHER: 'Anders' };

export const nl = {
	activity,
	gender,
	role: {
		VOLUNTEER: 'Vrijwilliger',
		COORDINATOR: 'Coördinator',
		STAFF: 'Medewerker',
		FUNDER: 'Subsidiegever',
		OPERATOR: 'Beheerder'
	},
	requestState: { OPEN: 'Open', OFFERED: 'Gevraagd', MATCHED: 'Gekoppeld', WITHDRAWN: 'Ingetrokken', CLOSED: 'Afgesloten' },
	offerState: { LIVE: 'Open', ACCEPTED: 'Ja gezegd', DECLINED: 'Nu niet', WITHDRAWN: 'Ingetrokken', EXPIRED: 'Tijd is om' },
	matchState: { ACTIVE: 'Loopt', REVIEW: 'Even bekijken', ENDED: 'Afgerond' },
	visitState: { PROPOSED: 'Gevraagd', CONFIRMED: 'Bevestigd', CANCELLED: 'Gaat niet door', LOGGED: 'Vastgelegd' },
	regime: { OFFICIAL: 'Ambtelijk', REGULAR_HOUR: 'Kost het bezoekuur', OTHER: 'Anders', UNKNOWN: 'Nog niet bekend' },
	setting: { PRIVATE_ROOM: 'Spreekkamer', SUPERVISED_HALL: 'Bezoekzaal', OUTSIDE: 'Buiten', UNKNOWN: 'Weet ik niet' },
	outcome: {
		HELD: 'Het ging door',
		VOLUNTEER_ABSENT: 'Ik kon niet',
		DETAINEE_ABSENT: 'De ander kwam niet',
		FACILITY_CANCELLED: 'De inrichting zei af'
	},
	cancelSide: { FACILITY: 'De inrichting', DETAINEE: 'De ander', VOLUNTEER: 'De vrijwilliger', ORGANISATION: 'De organisatie' },
	cancelCause: {
		CLOSED: 'Die dag is dicht',
		NO_ROOM: 'Er is geen ruimte',
		NO_STAFF: 'Er is te weinig personeel',
		SECURITY: 'De veiligheid',
		ILL: 'Ziek',
		OTHER_APPOINTMENT: 'Een andere afspraak',
		TRANSFERRED: 'Naar een andere inrichting',
		RELEASED: 'Vrijgekomen',
		NOT_WANTED: 'Wil nu geen bezoek',
		TRAVEL: 'De reis lukt niet',
		NO_VOLUNTEER: 'Er is geen vrijwilliger',
		PLANNING: 'De planning klopte niet'
	},
	withdrawReason: { DETAINEE_WISH: 'Eigen wens', RELEASED: 'Vrijgekomen', TRANSFERRED: 'Naar een andere inrichting' },
	declineReason: { NO_TIME: 'Geen tijd', TOO_FAR: 'Te ver', NOT_NOW: 'Nu even niet', OTHER: 'Iets anders' },
	matchEndReason: {
		DETAINEE_WISH: 'De ander wil stoppen',
		VOLUNTEER_WISH: 'Ik wil stoppen',
		RELEASED: 'Vrijgekomen',
		TRANSFERRED: 'Naar een andere inrichting',
		NO_CLICK: 'Het klikte niet',
		OTHER: 'Iets anders'
	}
};

/** Kinds of work inside: the first screen names them too. */
export const nl = {
	ONE_TO_ONE: 'Een-op-een',
	COURSE: 'Cursus',
	CHILD_EVENT: 'Ouder-kinddag',
	CAMP: 'Kamp',
	DROP_IN: 'Inloop',
	DESK: 'Spreekuur',
	CHAPLAINCY: 'Geestelijke verzorging',
	FAMILY: 'Familie',
	CHILD_ESCORT: 'Met een kind mee',
	AFTERCARE: 'Na de vrijlating'
};

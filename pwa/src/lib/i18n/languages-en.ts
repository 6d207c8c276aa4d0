/** Names that browsers leave out to stay small, or spell otherwise than the people who speak the language. */
export const languagesInEnglish: Record<string, string> = {
	pap: 'Papiamentu', ary: 'Moroccan Arabic', srn: 'Sranan Tongo', zgh: 'Tamazight (Berber)', rom: 'Romany', prs: 'Dari', ckb: 'Sorani (Kurdish)', tw: 'Twi'
};

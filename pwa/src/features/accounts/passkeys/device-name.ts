const KNOWN: readonly [RegExp, string][] = [
	[/iPhone/, 'iPhone'],
	[/iPad/, 'iPad'],
	[/Android/, 'Android'],
	[/Windows/, 'Windows'],
	[/Mac OS X/, 'Mac'],
	[/CrOS/, 'Chromebook'],
	[/Linux/, 'Linux']
];

/** What to call this device at first; its owner can choose another name. */
export function deviceName(agent: string, otherwise: string): string {
	return KNOWN.find(([pattern]) => pattern.test(agent))?.[1] ?? otherwise;
}

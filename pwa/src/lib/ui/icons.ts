import type { LATER } from './icons-later';

/** The set of icons: 24 grid, each one path. Always beside a word. These are the volunteer's first screen's. */
export const ICONS = {
	tick: 'm5.5 12.5 4.5 4.5 8.5-9.5',
	cross: 'm7 7 10 10M17 7 7 17',
	people:
		'M5.7 8.5a3 3 0 1 0 6 0a3 3 0 1 0 -6 0zM14.4 9.7a2.3 2.3 0 1 0 4.6 0a2.3 2.3 0 1 0 -4.6 0zM3.2 19c.4-3.5 2.5-5.3 5.5-5.3s5.1 1.8 5.5 5.3M15.6 14.5c2.9-.4 4.8 1.2 5.2 4.5',
	person: 'M8.4 8.5a3.6 3.6 0 1 0 7.2 0a3.6 3.6 0 1 0 -7.2 0zM5 20c.7-4.2 3.3-6.2 7-6.2s6.3 2 7 6.2',
	clock: 'M4 12a8 8 0 1 0 16 0a8 8 0 1 0 -16 0zM12 7.5V12l3 2',
	calendar: 'M7 5.5h10a3 3 0 0 1 3 3v8.5a3 3 0 0 1 -3 3h-10a3 3 0 0 1 -3 -3v-8.5a3 3 0 0 1 3 -3zM4 10.5h16M8.5 3.5v4M15.5 3.5v4',
	place: 'M12 20.5c4-4.3 6-7.6 6-10.2a6 6 0 1 0-12 0c0 2.6 2 5.9 6 10.2zM9.8 10.2a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0 -4.4 0z',
	speech: 'M5 6h14a1.5 1.5 0 0 1 1.5 1.5v7.5a1.5 1.5 0 0 1-1.5 1.5h-7L7.5 20v-3.5H5A1.5 1.5 0 0 1 3.5 15V7.5A1.5 1.5 0 0 1 5 6z',
	left: 'm14.5 6-6 6 6 6',
	right: 'm9.5 6 6 6-6 6',
	letter: 'M4 10.5 12 5l8 5.5V18a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zM4.3 11l7.7 4.8L19.7 11',
	again: 'M5 11a7 7 0 0 1 12.5-3.5L19 9M19 4.5V9h-4.5M19 13a7 7 0 0 1-12.5 3.5L5 15M5 19.5V15h4.5',
	warning: 'M12 4.5 20.5 19h-17zM12 10v4M12 16.6v.01',
	offline: 'M8 18.5h9a4 4 0 0 0 2.6-7M15.8 8.7A5.5 5.5 0 0 0 7 10.2a4.2 4.2 0 0 0-1 8M4 4l16 16'
} as const;

export type IconName = keyof typeof ICONS | keyof typeof LATER;

import type { Component } from 'svelte';
import { error } from '@sveltejs/kit';
import { session } from '#lib/session';
import type { Role } from '#lib/gql';

type ScreenModule = { default: Component<Record<string, unknown>> };

/** The screen of one's own role at a path that roles share. Each loads only its own code. */
export async function screenFor(
	screens: Partial<Record<Role, () => Promise<unknown>>>
): Promise<ScreenModule['default']> {
	const load = session.signedIn ? screens[session.role] : undefined;
	if (!load) error(404);
	return ((await load()) as ScreenModule).default;
}

/** What was answered on the screen no longer asks on the lock screen of this device. */
export async function takeAway(path: string): Promise<void> {
	const registration = await navigator.serviceWorker?.getRegistration();
	const standing = (await registration?.getNotifications?.()) ?? [];
	for (const notification of standing) {
		if ((notification.data as { path?: string } | null)?.path === path) notification.close();
	}
}

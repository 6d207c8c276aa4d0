export type Theme = 'system' | 'light' | 'dark';

const KEPT_AS = 'vrijplaats.theme';

function asTheme(value: string | null): Theme {
	return value === 'light' || value === 'dark' ? value : 'system';
}

/** Light, dark, or as the device has it. Kept on the device: it belongs to eyes, not to accounts. */
class ThemeChoice {
	current = $state<Theme>('system');

	start(): void {
		this.use(asTheme(localStorage.getItem(KEPT_AS)));
	}

	use(theme: Theme): void {
		this.current = theme;
		localStorage.setItem(KEPT_AS, theme);
		if (theme === 'system') delete document.documentElement.dataset.theme;
		else document.documentElement.dataset.theme = theme;
	}
}

export const theme = new ThemeChoice();

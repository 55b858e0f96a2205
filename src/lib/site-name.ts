import { m } from '#lib/paraglide/messages.js';
import { context } from '#server/main/context.ts';
import { defaultSettings } from '#server/platform/settings/index.ts';

/** What the place is called: as its administrators named it, else by its own name in the reader's language. */
export function siteName(): string {
	const { siteName: name } = context().settings;
	return name === defaultSettings.siteName ? m.site_name() : name;
}

/** One sentence on what the place is. */
export function siteTagline(): string {
	return context().settings.siteTagline || m.ui_footer_line();
}

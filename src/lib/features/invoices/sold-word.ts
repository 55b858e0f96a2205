import { m } from '#lib/paraglide/messages.js';

const words = m as unknown as Record<string, (() => string) | undefined>;

/** What kind of thing was billed, where its title alone does not say it; null for what its title says. */
export const soldWord = (sells: unknown): string | null => words[`invoices_sold_${sells}`]?.() ?? null;

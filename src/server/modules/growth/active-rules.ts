import { type Db, sql } from '../../platform/db/index.ts';
import { type Rules, rulesSchema } from './rules.ts';

/** The rules in force. One statement. */
export async function activeRules(db: Db): Promise<{ id: number; version: number; rules: Rules }> {
	const { rows } = await sql<{ id: number; version: number; rules: unknown }>`select id, version, rules
		from rule_tables where status = 'active'`.execute(db);
	return { ...rows[0]!, rules: rulesSchema.parse(rows[0]!.rules) };
}

/**
 * What "hot" is ordered by: `sign(p) · log10(max(|p|, 1)) + t / 45000`, with p = score + answers and t the seconds
 * from 2020-01-01 (UTC) to publication. Ten times the points weigh as much as being 45,000 seconds (12.5 hours) newer.
 * Time only enters through the moment of publication, so a rank changes when the item does and never by itself: it is
 * stored, indexed, and kept by the write (a generated column; the database's `hot_rank` function is this one).
 *
 * Source: the "hot" sort of Reddit's published code (reddit/r2, `_sorts.pyx`), with answers counted as points: an
 * answered question is livelier than an unanswered one with the same votes.
 *
 * @param score votes up less votes down
 * @param answers answers or posts
 */
export function hotRank(score: number, answers: number, publishedAt: Date): number {
	const points = score + answers;
	const seconds = (publishedAt.getTime() - Date.UTC(2020, 0, 1)) / 1000;
	return Math.sign(points) * Math.log10(Math.max(Math.abs(points), 1)) + seconds / 45_000;
}

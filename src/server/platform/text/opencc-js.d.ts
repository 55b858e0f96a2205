declare module 'opencc-js/dict/TSCharacters' {
	/** `traditional simplified` pairs of single characters, separated by `|`. */
	const pairs: string;
	export default pairs;
}

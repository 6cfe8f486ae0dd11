/** Chinese characters for the brackets of a regular expression. Spelt out: properties such as `\p{Script=Han}` take the engine long to look up as it starts. */
export const HAN = '\\u3005\\u3007\\u3400-\\u9fff\\uf900-\\ufaff';

/** A line for a terminal, whatever the names of files in it hold: a line break, or what would colour or move the writing. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}/gu, '\uFFFD');

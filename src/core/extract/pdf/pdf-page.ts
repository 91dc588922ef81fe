/** What a PDF file holds of text: words at places, in the order the file draws them. Lengths are points, from the top left. */

export interface PdfPage {
  width: number;
  height: number;
  runs: PdfRun[];
}

/** A stretch of text in one font on one line. */
export interface PdfRun {
  text: string;
  x: number;
  /** Of the line the letters stand on. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  bold: boolean;
}

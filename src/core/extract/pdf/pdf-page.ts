/** The text of a PDF file: runs at positions, in the order in which the file draws them. Positions are points from the top left. */

export interface PdfPage {
  width: number;
  height: number;
  runs: PdfRun[];
}

/** Text in one font on one line. */
export interface PdfRun {
  text: string;
  x: number;
  /** Of the baseline. */
  y: number;
  width: number;
  /** Of the font. */
  size: number;
  bold: boolean;
}

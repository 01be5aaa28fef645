/** Families of marks: a mark closes what a mark of its family opened. */
export const NONE = 0;
export const STRAIGHT_DOUBLE = 1;
export const CURLY_DOUBLE = 2;
export const LOW_DOUBLE = 3;
export const GUILLEMET = 4;
export const TEX = 5;
export const CORNER = 6;
export const STRAIGHT_SINGLE = 7;
export const CURLY_SINGLE = 8;
export const LOW_SINGLE = 9;
export const SINGLE_GUILLEMET = 10;

/** The family of a mark; {@link NONE} for any other token. */
export function familyOf(text: string, start: number, end: number): number {
  const length = end - start;
  if (length > 2) return NONE;
  const unit = text.charCodeAt(start);
  if (length === 2) {
    if (unit === 0x60 || unit === 0x27) return text.charCodeAt(start + 1) === unit ? TEX : NONE;
    return NONE;
  }
  switch (unit) {
    case 0x22:
    case 0xff02:
      return STRAIGHT_DOUBLE;
    case 0x201c:
    case 0x201d:
    case 0x201f:
      return CURLY_DOUBLE;
    case 0x201e:
      return LOW_DOUBLE;
    case 0xab:
    case 0xbb:
      return GUILLEMET;
    case 0x300c:
    case 0x300d:
    case 0x300e:
    case 0x300f:
      return CORNER;
    case 0x27:
    case 0x60:
    case 0xff07:
      return STRAIGHT_SINGLE;
    case 0x2018:
    case 0x2019:
    case 0x201b:
      return CURLY_SINGLE;
    case 0x201a:
      return LOW_SINGLE;
    case 0x2039:
    case 0x203a:
      return SINGLE_GUILLEMET;
    default:
      return NONE;
  }
}

/** German texts open low and close with what English opens with; typewriters mix curly and straight. */
export function sameFamily(open: number, mark: number): boolean {
  if (open === mark) return true;
  const double = (family: number): boolean =>
    family === CURLY_DOUBLE || family === LOW_DOUBLE || family === STRAIGHT_DOUBLE || family === TEX;
  const single = (family: number): boolean =>
    family === CURLY_SINGLE || family === LOW_SINGLE || family === STRAIGHT_SINGLE;
  return (double(open) && double(mark)) || (single(open) && single(mark));
}

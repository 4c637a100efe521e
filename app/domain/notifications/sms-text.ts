/** The alphabet of text messages (GSM 03.38); those of the second take two places. Every Swedish letter is there. */
const oneplace = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
const twoplaces = new Set("^{}\\[~]|€");

/** So many parts are the most that one message may take: it is to be read at a glance, and every part is paid for. */
export const mostSmsParts = 3;

/** In how many parts a text message goes: 160 signs in one, 153 a part in several; 70 and 67 with signs beyond the alphabet. */
export function smsParts(text: string): number {
  const signs = [...text];
  const plain = signs.every((sign) => oneplace.has(sign) || twoplaces.has(sign));
  const length = plain ? signs.reduce((sum, sign) => sum + (twoplaces.has(sign) ? 2 : 1), 0) : text.length;
  const [alone, each] = plain ? [160, 153] : [70, 67];
  return length <= alone ? 1 : Math.ceil(length / each);
}

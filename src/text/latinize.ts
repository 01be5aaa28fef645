/**
 * Letters of other scripts in Latin, one for one as names are written in English news. Enough to compare a name with its
 * English spelling, not to print it.
 */
const LETTERS = new Map<string, string>();
const TABLES = [
  // Cyrillic: BGN/PCGN without marks.
  'а a б b в v г g ґ g д d ђ dj ѓ gj е e ё yo є ye ж zh з z ѕ dz и i і i ї yi й y ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ c ќ kj у u ў u ф f х kh ц ts ч ch џ dzh ш sh щ shch ы y э e ю yu я ya',
  'α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o',
  'ա a բ b գ g դ d ե e զ z է e ը e թ t ժ zh ի i լ l խ kh ծ ts կ k հ h ձ dz ղ gh ճ ch մ m յ y ն n շ sh ո o չ ch պ p ջ j ռ r ս s վ v տ t ր r ց ts ւ u փ p ք k օ o ֆ f',
  'ა a ბ b გ g დ d ე e ვ v ზ z თ t ი i კ k ლ l მ m ნ n ო o პ p ჟ zh რ r ს s ტ t უ u ფ p ქ k ღ gh ყ q შ sh ჩ ch ც ts ძ dz წ ts ჭ ch ხ kh ჯ j ჰ h',
  // Arabic and Hebrew write few vowels; a comparison of consonants has to make up for it.
  'ا a أ a إ i آ a ب b ت t ث th ج j ح h خ kh د d ذ dh ر r ز z س s ش sh ص s ض d ط t ظ z ع a غ gh ف f ق q ك k ک k ل l م m ن n ه h و o ي i ی i ى a ة a گ g چ ch پ p ژ zh',
  'א a ב b ג g ד d ה h ו v ז z ח h ט t י i כ k ך k ל l מ m ם m נ n ן n ס s ע a פ p ף p צ ts ץ ts ק k ר r ש sh ת t',
  'ß ss ø o đ d ð d þ th ł l æ ae œ oe ı i ŋ n ħ h',
];
for (const table of TABLES) {
  const parts = table.split(' ');
  for (let at = 0; at + 1 < parts.length; at += 2) LETTERS.set(parts[at] ?? '', parts[at + 1] ?? '');
}
// The hard and the soft sign are silent.
LETTERS.set('ъ', '').set('ь', '');

/** Writes a lower-case key in Latin letters; letters that no table holds stay as they are. */
export function latinize(key: string): string {
  let result = '';
  for (const letter of key) result += LETTERS.get(letter) ?? letter;
  return result;
}

/** Spellings that English news uses for one sound, in the order in which they are tried. */
const FOLDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/c(?=[eiy])/g, 's'],
  [/kh|gh|ck|q|x(?=i)/g, 'k'],
  [/ou|oo|u/g, 'o'],
  [/w/g, 'v'],
  [/tch|tsch|cz|ch|sch|sh/g, 's'],
  [/dj|dzh|j(?=[aeiou])/g, 'z'],
  [/zh|z/g, 's'],
  [/c/g, 'k'],
  [/ee|ie|ei|ey|ij|ii|iy|yi|y|j|e/g, 'i'],
  [/h/g, ''],
  [/(.)\1+/g, '$1'],
];

/**
 * What is left of a word in Latin letters when spellings of one sound are made one: "qaddafi" and "gaddafi" stay apart by a
 * letter, "dmitri", "dmitry" and "dmitrij" are equal. Coarse by design; a similarity of letters stands beside it.
 */
export function soundKey(word: string): string {
  let key = word;
  for (const [spelling, sound] of FOLDS) key = key.replace(spelling, sound);
  return key;
}

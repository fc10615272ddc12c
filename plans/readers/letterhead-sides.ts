/**
 * What stands on the right of a letterhead or of a signature block, as the form of administrative documents (Nghị định
 * 30/2020/NĐ-CP) prints it: the country's name and motto, place and date, who signs.
 */
const rightSide =
  /(?<=\S)(?:\t\s*|[^\S\n]{4,})(?=CỘNG H(?:ÒA|OÀ)|Độc lập|ĐẢNG CỘNG SẢN|\p{Lu}[\p{L} ]{1,40},\s*ngày|TM\.|KT\.|TL\.|TUQ\.|CHỦ TỊCH|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)/gu

/** Puts what tabs or spaces set side by side on lines of their own. */
export const apart = (words: string): string => words.replace(rightSide, '\n')

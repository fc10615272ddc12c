const day = String.raw`(?:ngày\s+)?\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?|ngày\s+\d{1,2}\s+(?:của\s+)?(?:hằng|hàng)\s+tháng|ngày\s+\d{1,2}\s+(?:của\s+)?tháng\s+cuối\s+(?:của\s+)?(?:(?:hằng|hàng|mỗi)\s+)?quý`
const period = String.raw`(?:tháng\s+\d{1,2}|quý\s+(?:IV|III|II|I|[1-4]))(?:\s?/\s?\d{4}|\s+năm\s+\d{4})?(?![\p{L}\d])`
const hour = String.raw`(?:\d{1,2}\s?(?:h|giờ|:)\s?\d{0,2}\s+)?`
const stated = new RegExp(
  String.raw`(?<![\p{L}])(?:trước|chậm nhất(?:\s+là)?(?:\s+đến)?|muộn nhất(?:\s+là)?|đến hết|xong trước)\s+${hour}(?:${day}|(?:trong\s+)?${period})|(?<![\p{L}])(?:hoàn thành|xong)\s+trong\s+${period}`,
  'giu',
)
const allAlong = /(?:^|\n|[.;:]\s*|[-–+•]\s*)(thường xuyên)(?![\p{L}])/iu

/** Deadlines that a sentence states ("hoàn thành trước ngày 30/12/2023"), in its own words; '' when it states none. */
export const deadlineInSentence = (sentence: string): string =>
  [...sentence.normalize('NFC').matchAll(stated)].map((match) => match[0]).join('; ')

/** The same for the words of a task where a plan has no column for the time; "Thường xuyên" only where it opens a sentence. */
export const deadlineInTask = (words: string): string => deadlineInSentence(words) || (allAlong.exec(words)?.[1] ?? '')

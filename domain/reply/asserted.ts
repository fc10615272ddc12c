import { doneWord } from './done-word.ts'
import { anyMarks, phrase } from './sentence.ts'

// A clause that says nothing but that the work is done: "em xong việc này từ sáng thứ hai rồi", "cả hai việc đều xong".
// Every part of it is from a closed list, so that nothing in it can part, deny or delay it.

const any = (parts: string): string => `(?:(?:${anyMarks(parts)}) )*`
const one = (parts: string): string => `(?:(?:${anyMarks(parts)}) )?`

const lead = any(
  'vang|ok|u|ua|oi|a|va|nhung|nhung ma|chu|ma|thua|kinh thua|kinh bao|thuc ra|cuoi cung|nói chung|vay la|the la|nhu vay|(?:anh|chi|em|sep|ban|co|chu|bac|chau|bot|dong chi)(?: oi| a)|(?:anh|chi|sep|ban|co|chu|bac|bot)(?= (?:em|minh|toi|viec|nhiem vu|xa|phong|phuong) )',
)

const oneself = '(?:chung )?(?:em|minh|toi|ta)|tui|tui em|chau|chu|bac|co|anh|chi|em voi (?:anh|chi) \\S+'
const office = 'phong|xa|phuong|sở|so|don vi|ben|ubnd|ubnd xa|ubnd phuong|dac khu|trung tam|van phong|co quan'
/** Not the name of another's: "bên kia", "phòng khác". */
const name =
  '(?!(?:ben|ban|khac|kia|ay|nao|do|\\d+|da|vua|moi|cung|lam|bao|noi|voi|va|chua|khong|chang|sap|gan|se|mai|neu|chac|hinh|nhu|tuong|dang|cho|doi|mong|phai|can|suyt|hau|co|du|hua|nghe|le|van|gia|uoc|khi|chuan|nua|thi|la|ma|nhung|con|gi|ra|ky|nen|de|thay|quen|xin|tiep|bi)0? )[a-zđ]+0?'
const nextInName = `(?: ${name}){1,4}?`
const ours = `(?:${office})|(?:${office}|to|ban|thon) (?:chung )?(?:em|minh|toi|ta)|(?:phong|xa|phuong|ubnd|ubnd xa|ubnd phuong|dac khu|to cong tac)${nextInName}`
const works = 'phan(?= (?:nay|viec))|cai viec|viec|cong viec|nhiem vu|cong van|vu|cai|noi dung'
const which = '(?:anh|chi|sep|co|chu|bac) giao|nay|do|tren|duoc giao|cua (?:em|minh|phong|xa|phuong|don vi)|ben em'
const work = `(?:${works}) (?:${which})(?: ${which})*|nhiem vu|cong viec|(?:cai )?muc \\d+(?: \\d+)+|ca (?:hai|ba|bon|\\d+) (?:viec|nhiem vu|noi dung|dau viec)(?= (?:(?:em|minh|toi|da) )*deu )|(?:tat ca|toan bo)(?: (?:${works}))?(?: (?:${which}))*`
const item = '(?!,|chua |khong |con |dang |moi |nua |sap |gan |se |deu |mai |neu |doi )\\S+'
const both = `ca (?:phan )?${item}(?: ${item}){0,3} lan (?:phan )?${item}(?: ${item}){0,3}`
const subjects = `${one(`${work}|${both}`)}${one(`${ours}|${oneself}`)}${one(work)}`

const day =
  '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|t[2-7])(?: (?:tuan truoc|tuan roi|vua roi|roi|truoc))?|DAY|(?:tuan|thang) (?:truoc|roi|kia)|hom (?:qua|kia|truoc|bua|no)|bua (?:truoc|qua|kia|no)|thang \\d+|(?:dau|giua|cuoi) (?:tuan|thang) (?:truoc|roi)|dau (?:tuan|thang)|lau|(?:quy (?:i|ii|iii|iv|\\d) )?nam (?:ngoai|truoc)|khuya|(?:sang|trua|chieu|toi|tối) (?:qua|nay|(?:hom|thu) \\S+)|hom qua'
const behind = `(?:tu|hoi|tu hoi) (?:(?:hom|sang|chieu|trua|toi|ngay) )?(?:${day})|(?:sang|trua|chieu|toi|tối) (?:qua|hom qua)|hom (?:qua|kia|truoc)|(?:tuan|thang) (?:truoc|roi)|ban nay|luc nay|vua roi|(?:trong )?thang \\d+(?= da )|nay gio|tuc thi|luc \\d+ gio(?: \\d+)?(?: (?:sang|trua|chieu|toi|tối))?(?: (?:nay|qua|hom qua))?|cach day \\d+ (?:phut|gio|ngay|hom|tuan)|(?:hom |ngay |vao )?DAY`
const lately = '(?:(?:den|toi) )?(?:nay|gio|bay gio|hom nay|hien tai|hien nay|sang nay|chieu nay|trua nay)(?: thi)?'

const finishes =
  'lam|thuc hien|trien khai|xu ly|giai quyet|ra soat|kiem tra|cap nhat|nhap lieu|nhap|thong ke|so hoa|niem yet|cong khai|ban hanh|phat hanh|gui|nop|khac phuc|lap dat'
const what = `${works}|${which}|bao cao|phan viec duoc giao|yeu cau|toan bo|tat ca|het|ca|luon|xong|tron|theo(?: dung)? (?:yeu cau|ke hoach|quy dinh|chi dao)|(?:dung|truoc|trong) han|(?:day|đầy) du|tron ven|HUNDRED|truoc han(?: ca)?(?: (?:\\d+|mot|hai|ba|ca))? (?:ngay|hom|tuan|thang)|tat ca \\d+ (?:dau )?viec|het \\d+ (?:don vi|xa|thon|phuong|to|ho so|thu tuc)`
const soft =
  'a|ad|nhe|nhan|oi|anh|chi|em|sep|ban|bot|co|chu|bac|chau|dong chi|day|ne|do|he|nghe|nghen|hen|lan|luon|lun|ma|cac|ca|nhieu|biet|cho0'

const asserted = new RegExp(
  `^ ${lead}${one(`${behind}|${lately}`)}${subjects}${one(`${behind}|${lately}`)}${any('da|vua|moi|cung|deu|duoc|vua moi')}${any(finishes)}${doneWord} ${any(`${what}|${oneself}`)}${any(`roi|${behind}|sang nay|chieu nay|trua nay|hom nay|toi nay`)}${any(`${soft}|roi`)}$`,
  'u',
)

/** It lies behind: without such a word it might be a plan. */
const past = phrase(
  `da(?= )|vua|roi|deu|moi(?= (?:lam )?${doneWord})|truoc han ca|cuoi cung(?: thi)? cung|tu (?:hom|sang|chieu|thu|tuan|thang|lau|DAY|hoi|dau|ngay)|hom (?:qua|kia|truoc)|ban nay|(?:vay|the) la|(?<=^ (?:ua )?)${doneWord}(?= (?:nhe|a|oi|day|ne) )`,
)
const others = new RegExp(` (?:sep|nguoi ta|ho) (?=${doneWord} |da |lam )`, 'u')

/** "Sở Tư pháp đã thực hiện xong nhiệm vụ này": an office speaks of itself by its name when it names the task so. */
const formal = new RegExp(
  `^ ${lead}(?:sở|so|cong an|quan su|mat tran|hoi|doan|trung tam|van phong|ban|phong|xa|phuong)${nextInName} (?:da |cung |vua )*${any(finishes)}${doneWord} (?:toan bo |het )*(?:nhiem vu|viec|phan viec|cong viec|noi dung) (?:nay |duoc giao |do )*${any(`roi|${behind}`)}${any(soft)}$`,
  'u',
)
const isFormal = (clause: string): boolean => formal.test(clause) && / (?:da|roi) /u.test(clause)

export const isAsserted = (clause: string): boolean =>
  isFormal(clause) || (asserted.test(clause) && past.test(clause) && !others.test(clause))

const closing = new RegExp(
  `^ ${any('vang|va|nhu vay|vay la|the la|coi nhu|xem nhu|den nay|nay|chinh thuc')}(?:nhiem vu|viec|cong viec|noi dung)? ?(?:nay |duoc giao )?${any('coi nhu|den nay|da|cung|duoc|co')}${doneWord} ${any('viec|nhiem vu|cong viec|nay|duoc giao|toan bo|tron ven')}${any(`${soft}|roi`)}$`,
  'u',
)

/** "Nhiệm vụ hoàn thành", "coi như xong việc này": said after an account of what was done. */
export const isClosing = (clause: string): boolean =>
  closing.test(clause) && / (?:nhiem vu|viec|cong viec|noi dung) /u.test(clause)

import { addDays, type LocalDate, weekday } from '../domain/time.ts'
import { type Actor, StepMissing } from './narrator.ts'
import type { Stage } from './stage.ts'
import { type Hero, playWeeks } from './weeks.ts'

const daysBeforeFirst = 10

/** Plays a plan from its file to the weekly summaries; rejects with StepMissing when something does not happen. */
export const playStory = async (
  stage: Stage,
  file: { readonly name: string; readonly bytes: Uint8Array },
): Promise<void> => {
  const coordinator = await stage.signInAsAdministrator('Cán bộ tổng hợp')
  await importPlan(stage, coordinator, file)
  const cast = await invitePeople(stage, coordinator)
  await lookAround(cast)
  await subscribeGroup(stage, coordinator)
  await announce(cast, coordinator)
  await playWeeks(stage, cast)
  await takeStock(cast, coordinator)
}

/** The day on which the story begins: some days before something falls due, a Monday. */
export const chooseStart = (dueDates: readonly LocalDate[], issuedOn: LocalDate | null): LocalDate => {
  const sorted = [...dueDates].sort()
  const first =
    sorted.find((date) => issuedOn === null || date > addDays(issuedOn, daysBeforeFirst)) ?? sorted[0] ?? issuedOn
  if (first === null) throw new StepMissing('the plan has neither a due date nor a date of issue')
  const earlier = addDays(first, -daysBeforeFirst)
  return addDays(earlier, -((weekday(earlier) + 6) % 7))
}

const importPlan = async (
  { narrator }: Stage,
  coordinator: Actor,
  file: { name: string; bytes: Uint8Array },
): Promise<void> => {
  narrator.tell('Cán bộ tổng hợp gửi tệp kế hoạch, xem những gì đọc được rồi xác nhận')
  await coordinator.sendFile(file.name, file.bytes)
  const findings = await coordinator.expect(/nhiệm vụ/)
  await coordinator.choose(findings, 'Xác nhận')
  await coordinator.expect(/Đã (tạo|nhập|giao)/)
  await coordinator.sendFile(file.name, file.bytes)
  await coordinator.expect(/đã (được )?nhập|không (có gì )?thay đổi/i)
}

interface Cast extends Hero {
  readonly zalo: Actor
  readonly web: Actor
  readonly head: Actor
}

const invitePeople = async (stage: Stage, coordinator: Actor): Promise<Cast> => {
  stage.narrator.tell('Mời người của các đơn vị; mỗi người vào bằng kênh của mình và nhận ngay việc của đơn vị')
  const { hero, others } = await stage.chooseAgencies()
  const [second = hero.agency, third = second] = others
  const invite = async (wish: string): Promise<string> => {
    await coordinator.say(`/moi ${wish}`)
    const { text } = await coordinator.expect(/\/vao\//)
    const code = /\/vao\/(\S+)/.exec(text)?.[1]
    if (code === undefined) throw new StepMissing(`no code for ${wish}`)
    return code
  }
  const welcomed = async (actor: Actor): Promise<Actor> => {
    await actor.expect(/NV\d+|Chưa có|không có/i)
    return actor
  }
  const code = await invite(`${hero.agency} chuyên viên`)
  const official = await stage.joinTelegram(`Chuyên viên ${hero.agency}`, code)
  const zalo = await stage.joinZalo(`Chuyên viên ${second}`, await invite(`${second} chuyên viên`))
  const web = await stage.joinWeb(`Chuyên viên ${third}`, await invite(`${third} chuyên viên`))
  const head = await stage.joinTelegram(`Thủ trưởng ${hero.agency}`, await invite(`${hero.agency} thủ trưởng`))
  const cast = {
    hero: await welcomed(official),
    zalo: await welcomed(zalo),
    web: await welcomed(web),
    head: await welcomed(head),
    task: hero.task,
    dueOn: hero.dueOn,
  }
  stage.narrator.tell('Mã đã dùng thì không ai dùng lại được')
  const late = await stage.joinTelegram('Người đến sau', code)
  await late.expect(/đã được dùng/)
  return cast
}

const lookAround = async ({ hero, zalo, web }: Cast): Promise<void> => {
  await hero.say('/viec')
  await hero.expect(/NV\d+/)
  await zalo.say('/viec')
  const list = await zalo.expect(/NV\d+/)
  const first = /NV(\d+)/.exec(list.text)?.[1] ?? ''
  await zalo.say(`nv${first} da nhan, dang lam 30%`)
  await zalo.expect(/30%/)
  await web.say('/viec')
  const own = await web.expect(/NV\d+/)
  const number = /NV(\d+)/.exec(own.text)?.[1] ?? ''
  await web.say(`nv${number} xong rồi ạ`)
  const recorded = await web.expect(/hoàn thành/i)
  await web.choose(recorded, 'Hoàn tác')
  await web.expect(/hoàn tác/i)
  await web.say('/xyz')
  await web.expect(/Chưa có lệnh/)
}

const subscribeGroup = async (stage: Stage, coordinator: Actor): Promise<void> => {
  stage.narrator.tell('Nhóm điều hành trên Telegram nhận tổng hợp mỗi thứ Sáu')
  await coordinator.say('/moi tổng hợp')
  const { text } = await coordinator.expect(/\/vao\//)
  const colleague = await stage.joinTelegram('Cán bộ tổng hợp (Telegram)', /\/vao\/(\S+)/.exec(text)?.[1] ?? '')
  await colleague.expect(/./)
  const group = stage.openGroup('Nhóm điều hành CCHC')
  await group.say('/tuan')
  const week = await group.expect(/Tổng số/)
  await group.choose(week, 'Gửi vào đây')
  await group.expect(/thứ Sáu/i)
}

const announce = async ({ hero, zalo, web }: Cast, coordinator: Actor): Promise<void> => {
  await coordinator.say('/thongbao Đề nghị các đơn vị cập nhật tiến độ trước 16h00 thứ Sáu hằng tuần.')
  const whom = await coordinator.expect(/cho ai/i)
  await coordinator.choose(whom, 'Tất cả')
  const preview = await coordinator.expect(/Xem trước/)
  await coordinator.choose(preview, 'Gửi')
  const sent = await coordinator.expect(/đang được gửi/)
  for (const actor of [hero, zalo, web]) {
    const message = await actor.expect(/cập nhật tiến độ/)
    await actor.choose(message, 'Đã nhận')
    await actor.expect(/đã nhận/i)
  }
  await coordinator.choose(sent, 'Xem ai đã nhận')
  await coordinator.expect(/Đã nhận/i)
}

const takeStock = async ({ head, hero, task }: Cast, coordinator: Actor): Promise<void> => {
  await head.say('/status')
  const status = await head.expect(/Chưa phản hồi/)
  const drill = status.choices.find((label) => /Quá hạn|Hoàn thành|Đang/.test(label))
  if (drill === undefined) throw new StepMissing(`/status offers nothing to open: ${status.choices.join(', ')}`)
  await head.choose(status, drill)
  await head.expect(/NV\d+|Không/)
  await hero.say(`/nv ${task}`)
  await hero.expect(new RegExp(`NV${task}\\b`))
  await coordinator.say('/status')
  await coordinator.expect(/Chưa phản hồi/)
}

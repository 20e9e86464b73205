"""Running text in scripts without spaces, without full stops, or with full stops of their own."""

from pathlib import Path

import pytest
from import_support import paste

from generator.intake.residue import is_prose

THAI = (
    "ชาวบ้านริมคลองเล่าว่าปีนี้น้ำมาเร็วกว่าทุกปี เรือจึงออกไม่ได้ตั้งแต่เช้า และตลาดต้องปิดก่อนเที่ยงเพราะไม่มีผักและปลามาขาย",
    "แม่ค้าขายปลาบอกว่าเธอรอเรือมาสามวันแล้ว แต่ยังไม่มีใครรู้ว่าน้ำจะลดเมื่อไร เธอจึงยืมเงินจากพี่สาวเพื่อซื้อข้าวให้ลูกสองคนที่ยังเล็กอยู่",
    "ครูใหญ่ของโรงเรียนกล่าวว่าจะเปิดเรียนอีกครั้งเมื่อสะพานไม้ซ่อมเสร็จ ซึ่งช่างไม้ในหมู่บ้านคิดว่าต้องใช้เวลาอีกอย่างน้อยหนึ่งเดือนหรือนานกว่านั้น",
)


@pytest.mark.parametrize(
    "text",
    [
        *THAI,
        "ຊາວບ້ານເລົ່າວ່າ ປີນີ້ນ້ຳມາໄວກວ່າທຸກປີ ເຮືອຈຶ່ງອອກບໍ່ໄດ້ຕັ້ງແຕ່ເຊົ້າ ແລະຕະຫຼາດຕ້ອງປິດກ່ອນທ່ຽງ ເພາະບໍ່ມີຜັກແລະປາມາຂາຍ ເດັກນ້ອຍຕ້ອງຍ່າງໄປໂຮງຮຽນເອງ",
        "អ្នកភូមិនិយាយថា ឆ្នាំនេះទឹកឡើងលឿនជាងរាល់ឆ្នាំ ដូច្នេះទូកមិនអាចចេញបានតាំងពីព្រឹក ហើយផ្សារត្រូវបិទមុនថ្ងៃត្រង់ ព្រោះគ្មានបន្លែនិងត្រីលក់",
        "អ្នកភូមិនិយាយថា ឆ្នាំនេះទឹកឡើងលឿនជាងរាល់ឆ្នាំ។",
        "ရွာသားတွေက ဒီနှစ် ရေက နှစ်တိုင်းထက် စောပြီးတက်တယ်လို့ ပြောပါတယ်။",
        "गाँव के लोग कहते हैं कि इस साल पानी जल्दी आया।",
        "गाँव के लोग कहते हैं कि पानी जल्दी आया। नाव अब तक नहीं",
        "የመንደሩ ሰዎች በዚህ ዓመት ውሃው ከሌላው ጊዜ ቀድሞ እንደ መጣ ይናገራሉ።",
        "Գյուղացիներն ասում են, որ այս տարի ջուրը շատ շուտ եկավ։",
        "村の人は「今年は水が早く来たので、船は朝から出られなかった。」",
        "村里的人说今年的水来得比往年早。船一早就出不去（图：李明）",
        "يقول أهل القرية إن الماء جاء هذا العام مبكرا. لم تخرج القوارب بعد",
    ],
)
def test_running_text_is_known_in_every_script(text: str) -> None:
    """Prose is measured by what its script has: letters where words have no spaces, the script's own full stops."""
    assert is_prose(text)


@pytest.mark.parametrize(
    "text",
    [
        "น้ำมาเร็ว เรือออกไม่ได้ ตลาดปิดก่อนเที่ยง",
        "หน้าแรก ข่าว การเมือง เศรษฐกิจ กีฬา บันเทิง",
        "ရွာသားတွေ ရေဘေးကြောင့် ဈေးပိတ်ရ",
        "今年的水来得早，船出不去",
        "水が早い！船は出られず、市場は昼前に閉まる？村の朝",
        "गाँव में पानी जल्दी आया, बाज़ार बंद",
    ],
)
def test_headlines_and_menus_are_no_running_text_in_any_script(text: str) -> None:
    """A short line without a full stop is a label, whatever its script."""
    assert not is_prose(text)


def test_long_lines_without_full_stops_stay_below_the_byline(tmp_path: Path) -> None:
    """A text in Thai, whose sentences end without a mark, is kept below a date and what stands beside it."""
    head = ("น้ำมาเร็วที่ริมคลอง", "2019-01-21 14:05", "แชร์", "ข่าว", "ภาพข่าว")
    result = paste(tmp_path, *head, *THAI)
    assert [line for line in THAI if line not in result.body] == []


def test_the_agency_after_the_last_sentence_takes_it_not_away(tmp_path: Path) -> None:
    """A line is not the site's own speech because the mark of its rights names who wrote it."""
    last = "村の人は橋がいつ直るのか分からないと話しているが、大工は一か月で終わると考えている。(c)LAKE/Ann LEE"
    text = ("今年は水が早く来たので、船は朝から出られず、市場は昼前に閉まった。", last)
    result = paste(tmp_path, "船の出ない朝", "2021年5月3日", *text, "関連記事", "Top story")
    assert "大工は一か月で終わる" in result.body

//! Small workbooks of every format to start from: a ledger of two rows with all that a cell can hold.

use crate::package::pack;

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn parts(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let parts: Vec<_> = parts.iter().map(|(name, content)| ((*name).to_owned(), content.clone())).collect();
    pack(&parts).expect("a package made of few parts")
}

fn relations(of: &[(&str, &str, &str)]) -> Vec<u8> {
    let one = |(id, kind, target): &(&str, &str, &str)| format!(r#"<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#);
    format!(r#"<?xml version="1.0"?><Relationships>{}</Relationships>"#, of.iter().map(one).collect::<String>()).into_bytes()
}

/// A small `.xlsx`.
pub fn xlsx() -> Vec<u8> {
    parts(&[
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.xml")])),
        ("xl/_rels/workbook.xml.rels", relations(&[("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"), ("rId3", "styles", "styles.xml"), ("rId4", "chartsheet", "chartsheets/sheet1.xml")])),
        ("xl/workbook.xml", r#"<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr date1904="0"/><sheets><sheet name="台帳" sheetId="1" r:id="rId1"/><sheet name="図" sheetId="2" state="hidden" r:id="rId4"/></sheets><definedNames><definedName name="a">台帳!$A$1</definedName></definedNames></workbook>"#.into()),
        ("xl/sharedStrings.xml", r#"<?xml version="1.0"?><sst count="3" uniqueCount="3"><si><t>個人情報の名称</t></si><si><r><t>利用</t></r><r><t xml:space="preserve">目的 </t></r><rPh sb="0" eb="1"><t>リ</t></rPh></si><si><t>保存期間&amp;</t></si></sst>"#.into()),
        ("xl/styles.xml", r##"<?xml version="1.0"?><styleSheet><numFmts count="2"><numFmt numFmtId="164" formatCode="0&quot;年&quot;"/><numFmt numFmtId="165" formatCode="yyyy/m/d;@"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165"/><xf numFmtId="46"/></cellXfs></styleSheet>"##.into()),
        ("xl/worksheets/sheet1.xml", r#"<?xml version="1.0"?><worksheet><dimension ref="A1:E4"/><cols><col min="5" max="6" hidden="1" width="1"/></cols><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="inlineStr"><is><t>件数</t></is></c></row><row r="2" hidden="1"><c r="A2" t="str"><f>"a"&amp;B2</f><v>顧客</v></c><c r="B2" t="b"><v>1</v></c><c r="C2" s="1"><v>5</v></c><c r="D2"><v>1.5E+3</v></c><c r="E2" s="2"><v>45474</v></c></row><row r="3"><c r="A3"><f t="shared" ref="A3:A4" si="0">B3+$C$1</f></c><c r="B3" t="e"><v>#REF!</v></c><c r="C3" t="d"><v>2024-07-01</v></c><c r="D3" s="3"><v>1.5</v></c></row><row><c><f t="shared" si="0"/></c><c s="99"><v>-0</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="B3:C4"/></mergeCells></worksheet>"#.into()),
    ])
}

/// A small `.ods`.
pub fn ods() -> Vec<u8> {
    parts(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml", br#"<?xml version="1.0"?><manifest:manifest><manifest:file-entry manifest:full-path="content.xml"/></manifest:manifest>"#.to_vec()),
        ("content.xml", r#"<?xml version="1.0"?><office:document-content><office:automatic-styles><style:style style:name="ta1"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name="台帳" table:style-name="ta1"><table:shapes><draw:frame><text:p>図</text:p></draw:frame></table:shapes><table:table-column table:number-columns-repeated="3"/><table:table-column table:visibility="collapse"/><table:table-row><table:table-cell office:value-type="string"><text:p>個人情報の名称</text:p></table:table-cell><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="2"><text:p>利用<text:s text:c="2"/><text:span>目的</text:span><text:line-break/>&amp;<text:tab/></text:p><text:p>二</text:p><office:annotation><text:p>注</text:p></office:annotation></table:table-cell><table:covered-table-cell/></table:table-row><table:table-row table:visibility="filter" table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="5"><text:p>5年</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-07-01" table:number-columns-repeated="3"/><table:table-cell office:value-type="time" office:time-value="PT36H00M00S"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row><table:table-row><table:table-cell table:formula="of:=[.A1]+1"/><table:table-cell calcext:value-type="error" table:formula="of:=1/0"><text:p>#DIV/0!</text:p></table:table-cell><table:table-cell office:value-type="currency" office:value="500"><text:p>¥500</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#.into()),
    ])
}

/// A small `.xlsb`.
pub fn xlsb() -> Vec<u8> {
    let text = |text: &str| {
        let units: Vec<u16> = text.encode_utf16().collect();
        [u32::try_from(units.len()).expect("a short text").to_le_bytes().to_vec(), units.iter().flat_map(|unit| unit.to_le_bytes()).collect()].concat()
    };
    let record = |kind: u16, content: &[&[u8]]| {
        let content = content.concat();
        let mut bytes = if kind < 0x80 { vec![kind.to_le_bytes()[0]] } else { vec![kind.to_le_bytes()[0] | 0x80, kind.to_le_bytes()[1] << 1 | kind.to_le_bytes()[0] >> 7] };
        let mut length = content.len();
        while length >= 0x80 {
            bytes.push(u8::try_from(length & 0x7F).expect("seven bits") | 0x80);
            length >>= 7;
        }
        bytes.push(u8::try_from(length).expect("seven bits"));
        bytes.extend(content);
        bytes
    };
    let long = |number: u32| number.to_le_bytes();
    let cell = |column: u32| [long(column), long(0)].concat();
    let row = |row: u32, flags: u8| [long(row).to_vec(), vec![0; 7], vec![flags, 0], long(1).to_vec(), long(0).to_vec(), long(5).to_vec()].concat();
    let workbook = [
        record(0x83, &[]),
        record(0x99, &[&long(0), &long(0), &text("")]),
        record(0x8F, &[]),
        record(0x9C, &[&long(0), &long(1), &text("rId1"), &text("台帳")]),
        record(0x9C, &[&long(1), &long(2), &text("rId2"), &text("図")]),
        record(0x90, &[]),
        record(0x84, &[]),
    ];
    let strings = [
        record(0x9F, &[&long(2), &long(2)]),
        record(0x13, &[&[0], &text("個人情報の名称")]),
        record(0x13, &[&[0], &text("顧客")]),
        record(0xA0, &[]),
    ];
    let sheet = [
        record(0x81, &[]),
        record(0x94, &[&long(0), &long(3), &long(0), &long(5)]),
        record(0x3C, &[&long(4), &long(5), &long(100), &long(0), &1_u16.to_le_bytes()]),
        record(0x91, &[]),
        record(0x00, &[&row(0, 0)]),
        record(0x07, &[&cell(0), &long(0)]),
        record(0x06, &[&cell(1), &text("利用目的")]),
        record(0x00, &[&row(1, 0x10)]),
        record(0x07, &[&cell(0), &long(1)]),
        record(0x05, &[&cell(1), &45_474_f64.to_le_bytes()]),
        record(0x02, &[&cell(2), &long(5 << 2 | 2)]),
        record(0x04, &[&cell(3), &[1]]),
        record(0x03, &[&cell(4), &[0x17]]),
        record(0x0B, &[&cell(5), &[0x07], &[0, 0], &long(0), &long(0)]),
        record(0x00, &[&row(2, 0)]),
        record(0x08, &[&cell(0), &text("式"), &[0, 0], &long(0), &long(0)]),
        record(0x01, &[&cell(1)]),
        record(0x92, &[]),
        record(0xB1, &[&long(1)]),
        record(0xB0, &[&long(1), &long(2), &long(2), &long(3)]),
        record(0xB2, &[]),
        record(0x82, &[]),
    ];
    parts(&[
        ("_rels/.rels", relations(&[("rId1", "officeDocument", "xl/workbook.bin")])),
        ("xl/_rels/workbook.bin.rels", relations(&[("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "chartsheet", "chartsheets/sheet1.bin"), ("rId3", "sharedStrings", "sharedStrings.bin")])),
        ("xl/workbook.bin", workbook.concat()),
        ("xl/sharedStrings.bin", strings.concat()),
        ("xl/worksheets/sheet1.bin", sheet.concat()),
    ])
}

/// A small `.xls`.
pub fn xls() -> Vec<u8> {
    let record = |kind: u16, content: &[&[u8]]| {
        let content = content.concat();
        [kind.to_le_bytes().to_vec(), u16::try_from(content.len()).expect("a short record").to_le_bytes().to_vec(), content].concat()
    };
    let short = |number: u16| number.to_le_bytes();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let string = |text: &str| [short(u16::try_from(text.encode_utf16().count()).expect("a short text")).to_vec(), vec![1], wide(text)].concat();
    let begin = |kind: u16| record(0x0809, &[&short(0x0600), &short(kind), &[0; 12]]);
    let cell = |row: u16, column: u16, style: u16| [short(row), short(column), short(style)].concat();
    let globals = |place: u32| {
        [
            begin(5),
            record(0x0042, &[&short(1200)]),
            record(0x041E, &[&short(164), &string("0\"年\"")]),
            record(0x00E0, &[&short(0), &short(0), &[0; 16]]),
            record(0x00E0, &[&short(0), &short(164), &[0; 16]]),
            record(0x0085, &[&place.to_le_bytes(), &[0, 0], &[2, 1], &wide("台帳")]),
            record(0x00FC, &[&2_u32.to_le_bytes(), &2_u32.to_le_bytes(), &string("個人情報の名称"), &string("顧客")]),
            record(0x000A, &[]),
        ]
        .concat()
    };
    let place = u32::try_from(globals(0).len()).expect("a short stream");
    let sheet = [
        begin(0x10),
        record(0x0200, &[&0_u32.to_le_bytes(), &3_u32.to_le_bytes(), &short(0), &short(5), &short(0)]),
        record(0x007D, &[&short(4), &short(5), &short(100), &short(0), &short(1), &short(0)]),
        record(0x0208, &[&short(1), &short(0), &short(5), &[0; 6], &short(0x20), &short(0)]),
        record(0x00FD, &[&cell(0, 0, 0), &0_u32.to_le_bytes()]),
        record(0x0204, &[&cell(0, 1, 0), &string("利用目的")]),
        record(0x00FD, &[&cell(1, 0, 0), &1_u32.to_le_bytes()]),
        record(0x0203, &[&cell(1, 1, 1), &5_f64.to_le_bytes()]),
        record(0x027E, &[&cell(1, 2, 1), &(5_u32 << 2 | 2).to_le_bytes()]),
        record(0x0205, &[&cell(1, 3, 0), &[1, 0]]),
        record(0x0006, &[&cell(2, 0, 0), &1.5_f64.to_le_bytes(), &short(0), &[0; 4], &short(3), &[0x1E, 1, 0]]),
        record(0x00BD, &[&short(2), &short(1), &short(1), &(7_u32 << 2 | 2).to_le_bytes(), &short(0), &(8_u32 << 2 | 2).to_le_bytes(), &short(2)]),
        record(0x00E5, &[&short(1), &short(1), &short(2), &short(3), &short(4)]),
        record(0x000A, &[]),
    ];
    crate::compound::make(&[("Workbook", [globals(place), sheet.concat()].concat())])
}

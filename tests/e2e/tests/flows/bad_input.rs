//! Files that are wrong, broken, or made to harm, through the pages that take files. Each gives a sentence with place and remedy in
//! the user's language, nothing is written, and the page goes on.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use e2e::{Browser, Result, Role, Setup, Site};
use flate2::{Compression, write::GzEncoder};
use serde_json::Value;

/// A picture as far as a program can tell.
const PNG: &[u8] = b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
/// A file that no tab has to read: its size is refused.
const HUGE: u64 = 1 << 30;

/// What is asked in each language.
#[derive(Clone, Copy)]
enum Tongue {
    English,
    Chinese,
}

impl Tongue {
    fn setup(self) -> Setup {
        let locale = match self {
            Self::English => "en-GB",
            Self::Chinese => "zh-TW",
        };
        Setup { locale, ..Setup::default() }
    }

    fn of<T: ?Sized>(self, [english, chinese]: [&'static T; 2]) -> &'static T {
        match self {
            Self::English => english,
            Self::Chinese => chinese,
        }
    }
}

/// A file and the sentence for it in English and Chinese.
struct Case {
    name: &'static str,
    bytes: Vec<u8>,
    says: [&'static str; 2],
}

fn case(name: &'static str, bytes: impl Into<Vec<u8>>, says: [&'static str; 2]) -> Case {
    Case { name, bytes: bytes.into(), says }
}

/// Files that are no table, or no whole one.
fn no_tables() -> Vec<Case> {
    let mut latin = format!("name,amount\n{}", "Müller,1\n".repeat(40_000));
    latin.push_str("last,");
    let mut broken = latin.into_bytes();
    broken.extend(b"\xC3\n");
    let wide = vec!["x"; 10_000].join(",");
    vec![
        case("photo.png", PNG, ["This is a picture. Export the table as CSV", "這是圖片"]),
        case("orders.csv", *b"%PDF-1.7\n1 0 obj", ["This is a PDF document. Export the table as CSV", "這是 PDF 文件"]),
        case("empty.csv", *b"", ["The file is empty. Choose another one.", "檔案是空的"]),
        case("header.csv", *b"name,date,amount\n", ["3 column names and no rows under them", "3 個欄位名稱"]),
        case("broken.csv", broken, ["Line 40,002 holds bytes (C3", "第 40,002 行"]),
        case(
            "wide.csv",
            format!("{wide}\n{wide}\n"),
            ["Line 1 has 10,000 columns; at most 1,000", "第 1 行有 10,000 欄"],
        ),
        case("backup.csv", *b"{\"kith\":1}", ["This is JSON. If it is a backup of Kith, restore it", "這是 JSON"]),
        case(
            "quotes.csv",
            *b"name,date,amount\nAnn,2024-01-01,1\nBob \"the,2024-01-02,2\n\"Cid,2024-01-03,3\n",
            ["The quotation mark that opens in line 4 is never closed", "第 4 行開始的引號"],
        ),
    ]
}

/// Tables of which some rows cannot be read.
fn tables_with_problems() -> Vec<Case> {
    let orders = |rows: &str| format!("customer,date,amount\nAnn,2024-01-01,1.50\n{rows}");
    let customers = |rows: &str| format!("name,e-mail,website\nAnn,ann@example.com,https://example.com\n{rows}");
    vec![
        case(
            "few.csv",
            orders("Bob,2024-01-02\n"),
            ["The row has 2 cells where there are 3 columns.", "這一列有 2 格，應有 3 欄"],
        ),
        case(
            "many.csv",
            orders("Bob,2024-01-02,1,2\n"),
            ["The row has 4 cells where there are 3 columns.", "這一列有 4 格，應有 3 欄"],
        ),
        case(
            "dates.csv",
            orders("Bob,2024-02-30,1\n"),
            ["There is no day 30 in month 2 of 2024.", "2024 年 2 月沒有 30 日"],
        ),
        case("amounts.csv", orders("Bob,2024-01-02,1e308\n"), ["This number is out of range.", "超出"]),
        case(
            "hidden.csv",
            customers("Bo\u{200B}b\u{202E}txt.exe,,\n"),
            ["Invisible characters were taken out.", "看不見的字元"],
        ),
        case(
            "script.csv",
            customers("Bob,,javascript:alert(1)\n"),
            ["would run something instead of opening a page", "執行程式"],
        ),
    ]
}

/// A text with one part replaced by another; the first has to be there.
fn with(text: &str, what: &str, by: &str) -> String {
    assert!(text.contains(what), "{what}");
    text.replacen(what, by, 1)
}

/// Backups that are none, or none any more, made of one that is sound.
fn bad_backups(sound: &str) -> Vec<Case> {
    let (before, _) = sound.split_once(",\n\"sha256\"").unwrap();
    let bare = format!("{before}}}");
    let ada = bare.lines().find(|line| line.contains("\"name\":\"Ada\"")).unwrap().trim_end_matches(',');
    let deep = "[".repeat(100_000);
    let doubled = with(&bare, ada, &format!("{ada},\n{ada}"));
    let cut = ["The file ends in the middle", "檔案在中途結束"];
    let table =
        ["This is text, such as a table; a CSV file comes in under Import", "這是文字檔或表格（CSV 檔請用「匯入」）"];
    let mut cases = vec![
        case(
            "photo.json",
            PNG,
            ["This is a picture or a film, not a backup of Kith.", "這是圖片或影片，不是知客的備份"],
        ),
        case("empty.json", *b"", ["This is an empty file, not a backup of Kith.", "這是空白檔案"]),
        case("orders.json", *b"customer,date,amount\nAnn,2024-01-01,1\n", table),
        case("other.json", *b"{\"name\":\"package\"}", ["This is JSON of another program", "這是其他程式的 JSON 檔"]),
        case("deep.json", deep.clone(), ["This is JSON of another program", "這是其他程式的 JSON 檔"]),
        case(
            "nested.json",
            with(&bare, "\"Ada\"", &deep),
            ["more than 32 deep (Customer 1, ", "巢狀超過 32 層（客戶第 1 筆"],
        ),
        case("double.json", doubled, ["Two records have the id", "有兩筆資料的編號同為"]),
        case(
            "field.json",
            with(&bare, "\"Ada\"", "\"Ada\",\"shoe\":42"),
            ["“shoe” is not known (Customer 1, “Ada”", "無法辨識「shoe」（客戶第 1 筆，「Ada」"],
        ),
        case(
            "newer.json",
            with(sound, "{\"kith\":3", "{\"kith\":9"),
            ["A newer Kith made this backup (format 9)", "較新版本的知客產生（格式 9）"],
        ),
        case(
            "edited.json",
            with(sound, "\"Ada\"", "\"Eda\""),
            ["Something in the file was changed since it was saved", "檔案在儲存後遭到更動"],
        ),
        case(
            "counts.json",
            with(&bare, "\"party\":3", "\"party\":4"),
            ["says that it has 4 records here and has 3", "註明此處有 4 筆資料，實際有 3 筆"],
        ),
        case(
            "syntax.json",
            with(&bare, "\"Ada\"", "Ada"),
            ["From here on it is no JSON: Customer 1", "從這裡開始不是 JSON：客戶第 1 筆"],
        ),
        case("name.json", with(&bare, "\"Ada\"", "\" \""), ["Please fill this in. (Customer 1", "（客戶第 1 筆"]),
    ];
    for part in [1, sound.len() / 4, sound.len() / 2, sound.len() - 3] {
        cases.push(case("cut.json", &sound[..part], cut));
    }
    let packed = gzip(sound.as_bytes());
    let damaged = ["The compressed file is damaged or was not copied whole.", "壓縮檔已損壞或複製不完整"];
    cases.push(case("cut.json.gz", &packed[..packed.len() / 2], damaged));
    cases.push(case("liar.json.gz", saying(&packed, 10), damaged));
    // Sixty thousand bytes that become sixty million.
    let bomb = gzip(format!("{{\"kith\":2,\"saved\":\"{}", "a".repeat(60 << 20)).as_bytes());
    cases.push(case("bomb.json.gz", bomb, ["One entry is longer than", "有一筆資料超過"]));
    cases.push(case(
        "twice.json.gz",
        gzip(&packed),
        ["a compressed file within a compressed file", "壓縮檔裡的壓縮檔"],
    ));
    cases
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    packed.write_all(bytes).and_then(|()| packed.finish()).unwrap()
}

/// A packed file that says of itself that so many bytes are in it.
fn saying(packed: &[u8], size: u32) -> Vec<u8> {
    [&packed[..packed.len() - 4], &size.to_le_bytes()].concat()
}

/// Writes a file and chooses it.
async fn choose(browser: &Browser, folder: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, bytes).unwrap();
    browser.upload("input[type=file]", &path).await
}

/// A file without content that says it has a gigabyte.
fn huge(folder: &Path, name: &str) -> PathBuf {
    let path = folder.join(name);
    File::create(&path).and_then(|file| file.set_len(HUGE)).unwrap();
    path
}

/// Waits until something of that selector says this.
async fn says(browser: &Browser, selector: &str, text: &str) -> Result<()> {
    let (selector, wanted) = (Value::from(selector), Value::from(text));
    let said = format!("[...document.querySelectorAll({selector})].some((e) => e.innerText.includes({wanted}))");
    browser.wait_until(&format!("“{text}”"), &said).await
}

/// How many changes the store holds: every write adds one.
async fn changes(browser: &Browser) -> Result<u32> {
    browser
        .eval(
            "new Promise((resolve, reject) => {
               const opened = indexedDB.open('kith');
               opened.onerror = reject;
               opened.onsuccess = () => {
                 const db = opened.result;
                 const count = db.transaction('journal').objectStore('journal').count();
                 count.onsuccess = () => { db.close(); resolve(count.result); };
               };
             })",
        )
        .await
}

/// Three customers, so that there is something to lose.
async fn begin(browser: &Browser, folder: &Path, tongue: Tongue) -> Result<()> {
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    choose(browser, folder, "customers.csv", "name,city\nAda,London\nByte,Ulm\nCleo,Linz\n".as_bytes()).await?;
    browser.click(Role::Button, tongue.of(["Import", "匯入"])).await?;
    browser.wait_for_text(tongue.of(["The file was imported", "檔案已匯入"])).await?;
    browser.click(Role::Button, tongue.of(["Import another file", "匯入另一個檔案"])).await?;
    assert_eq!(changes(browser).await?, 1);
    Ok(())
}

/// Everything is as it was, also on the disk.
async fn nothing_was_written(browser: &Browser) -> Result<()> {
    browser.reload().await?;
    browser.wait_for_app().await?;
    assert_eq!(changes(browser).await?, 1);
    browser.goto("#/customers").await?;
    for name in ["Ada", "Byte", "Cleo"] {
        browser.wait_for_text(name).await?;
    }
    browser.assert_clean().await
}

async fn bad_tables(tongue: Tongue) -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, tongue.setup()).await?;
    begin(&browser, folder.path(), tongue).await?;
    for Case { name, bytes, says: sentence } in no_tables() {
        choose(&browser, folder.path(), name, &bytes).await?;
        says(&browser, "[role=alert]", tongue.of(sentence)).await?;
    }
    browser.upload("input[type=file]", &huge(folder.path(), "huge.csv")).await?;
    says(&browser, "[role=alert]", tongue.of(["MB are taken at once. Split it.", "請分割檔案"])).await?;
    for Case { name, bytes, says: sentence } in tables_with_problems() {
        choose(&browser, folder.path(), name, &bytes).await?;
        says(&browser, ".import-problems", tongue.of(sentence)).await?;
    }
    nothing_was_written(&browser).await?;
    browser.close().await
}

#[tokio::test]
async fn bad_tables_are_refused_in_english() -> Result<()> {
    bad_tables(Tongue::English).await
}

#[tokio::test]
async fn bad_tables_are_refused_in_chinese() -> Result<()> {
    bad_tables(Tongue::Chinese).await
}

async fn bad_backups_are_refused(tongue: Tongue) -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, tongue.setup()).await?;
    begin(&browser, folder.path(), tongue).await?;
    browser.goto("#/data").await?;
    browser.click(Role::Button, tongue.of(["Save a backup", "儲存備份"])).await?;
    let sound = fs::read_to_string(browser.wait_for_download(".json").await?).unwrap();
    for Case { name, bytes, says: sentence } in bad_backups(&sound) {
        choose(&browser, folder.path(), name, &bytes).await?;
        says(&browser, "[role=alert]", tongue.of(sentence)).await?;
        assert_eq!(changes(&browser).await?, 1, "{name}");
    }
    browser.upload("input[type=file]", &huge(folder.path(), "huge.json")).await?;
    says(&browser, "[role=alert]", tongue.of(["larger than a browser can take (1 GB)", "（1 GB）"])).await?;
    nothing_was_written(&browser).await?;
    browser.close().await
}

#[tokio::test]
async fn bad_backups_are_refused_in_english() -> Result<()> {
    bad_backups_are_refused(Tongue::English).await
}

#[tokio::test]
async fn bad_backups_are_refused_in_chinese() -> Result<()> {
    bad_backups_are_refused(Tongue::Chinese).await
}

#[tokio::test]
async fn a_packed_backup_comes_back() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    begin(&browser, folder.path(), Tongue::English).await?;
    browser.goto("#/data").await?;
    browser.click(Role::Checkbox, "Compressed (.json.gz): about a tenth of the size").await?;
    browser.click(Role::Button, "Save a backup").await?;
    let packed = browser.wait_for_download(".json.gz").await?;
    let other = Browser::open(&site, Setup::default()).await?;
    other.goto("#/data").await?;
    other.wait_for_app().await?;
    other.upload("input[type=file]", &packed).await?;
    other.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    other.wait_for_text("Cleo").await?;
    assert_eq!(changes(&other).await?, 1);
    other.assert_clean().await?;
    other.close().await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_damaged_history_keeps_no_record_from_being_saved() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    begin(&browser, folder.path(), Tongue::English).await?;
    browser
        .eval::<Option<bool>>(
            "new Promise((resolve, reject) => {
               const opened = indexedDB.open('kith');
               opened.onerror = reject;
               opened.onsuccess = () => {
                 const transaction = opened.result.transaction('journal', 'readwrite');
                 const cursor = transaction.objectStore('journal').openCursor();
                 cursor.onsuccess = () => cursor.result.update(new Uint8Array(64));
                 transaction.oncomplete = () => { opened.result.close(); resolve(null); };
               };
             })",
        )
        .await?;
    browser.goto("#/data").await?;
    browser.click(Role::Button, "Save a backup").await?;
    says(&browser, "[role=alert]", "Change 1 of the history cannot be read any more").await?;
    browser.click(Role::Button, "Save without the history").await?;
    let saved = fs::read_to_string(browser.wait_for_download(".json").await?).unwrap();
    assert!(saved.contains("\"history\":null") && saved.contains("Byte"), "{saved}");
    browser.assert_clean().await?;
    browser.close().await
}

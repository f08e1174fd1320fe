//! Files as other programs export them: their names of columns, a row or two of made-up data.

use kith::interchange::csv::{
    Target::{self, *},
    columns::{FileKind, Lack, lacks},
    problem::Problem,
};

use crate::{Opened, open};

fn fields(opened: &Opened) -> Vec<(&str, Target)> {
    opened.fields()
}

#[track_caller]
fn assert_fields(text: &str, kind: FileKind, wanted: &[(&str, Target)]) -> Opened {
    let opened = open(text.as_bytes()).unwrap();
    assert_eq!(opened.suggested.plan.kind, kind, "{:?}", fields(&opened));
    for (name, target) in wanted {
        assert!(fields(&opened).contains(&(name, *target)), "{name} is no {target:?} in {:?}", fields(&opened));
    }
    assert_eq!(lacks(kind, &opened.suggested.plan.targets), []);
    opened
}

#[test]
fn linkedin_connections() {
    let text = "Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed their connections to see or download their email address using this setting https://www.linkedin.com/psettings/privacy/email. You can learn more here https://www.linkedin.com/help/linkedin/answer/261\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnn,Lee,https://www.linkedin.com/in/annlee,,Acme Inc.,\"Manager, Sales\",31 Jan 2024\nBob,Ray,https://www.linkedin.com/in/bobray,bob@example.com,Ray & Co,Owner,01 Feb 2024\n";
    let opened = assert_fields(
        text,
        FileKind::Customers,
        &[
            ("First Name", GivenName),
            ("Last Name", FamilyName),
            ("URL", Website),
            ("Email Address", Email),
            ("Company", Organisation),
            ("Position", JobTitle),
        ],
    );
    assert_eq!((opened.recognised.dialect.first_line, opened.table.len()), (4, 2));
    assert_eq!(opened.checked.problems, []);
}

#[test]
fn google_contacts() {
    let text = "First Name,Middle Name,Last Name,Phonetic First Name,Phonetic Middle Name,Phonetic Last Name,Name Prefix,Name Suffix,Nickname,File As,Organization Name,Organization Title,Organization Department,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Label,Address 1 - Formatted,Address 1 - Street,Address 1 - City,Address 1 - PO Box,Address 1 - Region,Address 1 - Postal Code,Address 1 - Country,Address 1 - Extended Address,Website 1 - Label,Website 1 - Value\nAnn,,Lee,,,,,,,,Acme,CEO,,1980-05-01,likes tea,,* myContacts ::: VIP,* Work,ann@example.com ::: lee@example.com,Home,a@example.org,Mobile,+49 30 123456,Home,\"Hauptstr. 1\n10115 Berlin\",Hauptstr. 1,Berlin,,BE,10115,Germany,,Work,https://example.com\n";
    let opened = assert_fields(
        text,
        FileKind::Customers,
        &[
            ("First Name", GivenName),
            ("Last Name", FamilyName),
            ("Organization Name", Organisation),
            ("Organization Title", JobTitle),
            ("Birthday", Birthday),
            ("Notes", Note),
            ("Labels", Tag),
            ("E-mail 1 - Value", Email),
            ("E-mail 2 - Value", Email),
            ("Phone 1 - Value", Phone),
            ("Address 1 - Street", Street),
            ("Address 1 - City", City),
            ("Address 1 - Region", Region),
            ("Address 1 - Postal Code", Postcode),
            ("Address 1 - Country", Country),
            ("Website 1 - Value", Website),
        ],
    );
    assert_eq!(fields(&opened).len(), 16);
    assert_eq!(opened.checked.problems, []);
}

#[test]
fn outlook_contacts() {
    let text = "First Name,Middle Name,Last Name,Title,Suffix,Nickname,E-mail Address,E-mail 2 Address,Home Phone,Business Phone,Mobile Phone,Business Fax,Company,Job Title,Business Street,Business City,Business State,Business Postal Code,Business Country/Region,Home Street,Home City,Web Page,Birthday,Notes,Categories\nAnn,,Lee,,,,ann@example.com,,030 123,030 456,0170 123,030 457,Acme,CEO,Hauptstr. 1,Berlin,BE,10115,Germany,Nebenstr. 2,Ulm,www.example.com,5/1/1980,x,VIP;New\n";
    let opened = assert_fields(
        text,
        FileKind::Customers,
        &[
            ("First Name", GivenName),
            ("Last Name", FamilyName),
            ("E-mail Address", Email),
            ("Home Phone", Phone),
            ("Business Phone", Phone),
            ("Mobile Phone", Phone),
            ("Company", Organisation),
            ("Job Title", JobTitle),
            ("Business Street", Street),
            ("Business City", City),
            ("Business State", Region),
            ("Business Postal Code", Postcode),
            ("Business Country/Region", Country),
            ("Web Page", Website),
            ("Birthday", Birthday),
            ("Notes", Note),
            ("Categories", Tag),
        ],
    );
    assert!(!fields(&opened).iter().any(|(name, _)| *name == "Business Fax"));
}

#[test]
fn shopify_orders() {
    let text = "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping City,Notes,Cancelled at,Payment Method,Refunded Amount,Vendor,Id,Tags\n#1001,ann@example.com,paid,2024-01-31 12:27:34 +0800,fulfilled,2024-02-01 09:00:00 +0800,no,USD,30.00,5.00,0.00,35.00,,0.00,Standard,2024-01-31 12:27:30 +0800,1,Blue mug,10.00,,MUG-B,true,true,fulfilled,Ann Lee,1 Main St,Springfield,12345,IL,US,555-0100,Ann Lee,1 Main St,Springfield,,,Card,0.00,Acme,4501,\n#1001,ann@example.com,,,,,,,,,,,,,,2024-01-31 12:27:30 +0800,2,Red mug,10.00,,MUG-R,true,true,fulfilled,,,,,,,,,,,,,,,Acme,,\n#1002,bob@example.com,paid,2024-02-02 12:27:34 +0800,fulfilled,2024-02-02 19:00:00 +0800,no,USD,10.00,5.00,0.00,15.00,,0.00,Standard,2024-02-02 12:27:30 +0800,1,Blue mug,10.00,,MUG-B,true,true,fulfilled,Bob Ray,2 Main St,Springfield,12345,IL,US,555-0101,Bob Ray,2 Main St,Springfield,,,Card,0.00,Acme,4502,\n";
    let opened = assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Name", OrderNumber),
            ("Email", Email),
            ("Created at", OrderDate),
            ("Lineitem quantity", Quantity),
            ("Lineitem name", ProductName),
            ("Lineitem price", UnitPrice),
            ("Lineitem sku", ProductCode),
            ("Billing Name", CustomerName),
            ("Billing Street", Street),
            ("Billing City", City),
            ("Billing Zip", Postcode),
            ("Billing Phone", Phone),
            ("Refunded Amount", Refunded),
            ("Currency", Currency),
            ("Financial Status", OrderStatus),
            ("Total", OrderTotal),
        ],
    );
    assert_eq!(opened.checked.problems, []);
}

#[test]
fn woocommerce_orders() {
    let text = "Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company (Billing),Address 1&2 (Billing),City (Billing),State Code (Billing),Postcode (Billing),Country Code (Billing),Email (Billing),Phone (Billing),First Name (Shipping),Last Name (Shipping),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,Shipping Method Title,Order Shipping Amount,Order Refund Amount,Order Total Amount,Order Total Tax Amount,SKU,Item #,Item Name,Quantity (- Refund),Item Cost,Coupon Code,Discount Amount\n723,Completed,2024-01-31 12:27,,Ann,Lee,,1 Main St,Springfield,IL,12345,US,ann@example.com,555-0100,Ann,Lee,Card,0,20,Flat,5,0,25,0,MUG-B,1,Blue mug,2,10,,0\n724,Completed,2024-02-01 12:27,,Bob,Ray,,2 Main St,Springfield,IL,12345,US,bob@example.com,555-0101,Bob,Ray,Card,0,10,Flat,5,0,15,0,MUG-B,1,Blue mug,1,10,,0\n";
    assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Order Number", OrderNumber),
            ("Order Status", OrderStatus),
            ("Order Date", OrderDate),
            ("First Name (Billing)", GivenName),
            ("Last Name (Billing)", FamilyName),
            ("Email (Billing)", Email),
            ("Order Total Amount", OrderTotal),
            ("SKU", ProductCode),
            ("Item Name", ProductName),
            ("Quantity (- Refund)", Quantity),
            ("Item Cost", UnitPrice),
            ("Order Refund Amount", Refunded),
        ],
    );
}

#[test]
fn stripe_payments() {
    let text = "id,Description,Seller Message,Created date (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Currency,Fee,Taxes On Fee,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured\nch_1,Invoice 1,Payment complete.,2024-01-31 12:27,35.00,0.00,eur,35.00,eur,1.20,0.00,Paid,,cus_A,Ann Lee,ann@example.com,true\nch_2,Invoice 2,Payment complete.,2024-02-02 12:27,45.00,5.00,eur,45.00,eur,1.50,0.00,Paid,,cus_B,Bob Ray,bob@example.com,true\n";
    assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Created date (UTC)", OrderDate),
            ("Amount", LineTotal),
            ("Amount Refunded", Refunded),
            ("Currency", Currency),
            ("Customer ID", CustomerReference),
            ("Customer Email", Email),
            ("Customer Description", CustomerName),
            ("Status", OrderStatus),
        ],
    );
}

#[test]
fn paypal_activity() {
    let text = "\"Date\",\"Time\",\"TimeZone\",\"Name\",\"Type\",\"Status\",\"Currency\",\"Gross\",\"Fee\",\"Net\",\"From Email Address\",\"To Email Address\",\"Transaction ID\",\"Item Title\",\"Item ID\",\"Quantity\"\n\"31/01/2024\",\"12:27:34\",\"CET\",\"Ann Lee\",\"Express Checkout Payment\",\"Completed\",\"EUR\",\"1.234,56\",\"-35,20\",\"1.199,36\",\"ann@example.com\",\"me@example.com\",\"9AB123\",\"Blue mug\",\"MUG-B\",\"1\"\n\"02/02/2024\",\"08:05:01\",\"CET\",\"Bob Ray\",\"Payment Refund\",\"Completed\",\"EUR\",\"-10,00\",\"0,35\",\"-9,65\",\"bob@example.com\",\"me@example.com\",\"9AB124\",\"Blue mug\",\"MUG-B\",\"1\"\n";
    let opened = assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Date", OrderDate),
            ("Time", OrderTime),
            ("Name", CustomerName),
            ("Status", OrderStatus),
            ("Currency", Currency),
            ("Gross", LineTotal),
            ("From Email Address", Email),
            ("Transaction ID", OrderNumber),
            ("Item Title", ProductName),
            ("Item ID", ProductCode),
            ("Quantity", Quantity),
        ],
    );
    assert_eq!(opened.checked.problems, []);
    assert!(!fields(&opened).iter().any(|(name, _)| *name == "To Email Address"));
}

#[test]
fn invoice_ninja_invoices() {
    let text = "Client Name,Client Email,Invoice Number,Invoice Date,Due Date,Amount,Balance,Status,Invoice Notes,Item Product,Item Notes,Item Cost,Item Quantity\nAcme,ann@example.com,0001,2024-01-31,2024-02-28,$200.00,$0.00,Paid,,Work,Design,$100.00,2\nRay,bob@example.com,0002,2024-02-01,2024-02-28,$100.00,$0.00,Paid,,Work,Design,$100.00,1\n";
    assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Client Name", CustomerName),
            ("Client Email", Email),
            ("Invoice Number", OrderNumber),
            ("Invoice Date", OrderDate),
            ("Item Cost", UnitPrice),
            ("Item Quantity", Quantity),
            ("Item Product", ProductName),
        ],
    );
}

#[test]
fn a_german_ledger_from_a_spreadsheet() {
    let text = "Kundennummer;Kunde;Straße;PLZ;Ort;Rechnungsnr.;Rechnungsdatum;Artikel;Menge;Einzelpreis;Gesamtpreis;Währung\r\n10001;Müller GmbH;Hauptstr. 1;10115;Berlin;R-1;31.12.2024;Beratung;1,5;1.234,00 €;1.851,00 €;EUR\r\n10002;Groß KG;Nebenstr. 2;01067;Dresden;R-2;01.12.2024;Beratung;1;90,00 €;90,00 €;EUR\r\n";
    let opened = assert_fields(
        text,
        FileKind::Orders,
        &[
            ("Kundennummer", CustomerReference),
            ("Kunde", CustomerName),
            ("Straße", Street),
            ("PLZ", Postcode),
            ("Ort", City),
            ("Rechnungsnr.", OrderNumber),
            ("Rechnungsdatum", OrderDate),
            ("Artikel", ProductName),
            ("Menge", Quantity),
            ("Einzelpreis", UnitPrice),
            ("Gesamtpreis", LineTotal),
            ("Währung", Currency),
        ],
    );
    assert_eq!(opened.checked.problems, []);
}

#[test]
fn columns_without_names_are_known_by_their_cells() {
    let text = "Ann Lee,ann@example.com,2024-01-31,12.50\nBob Ray,bob@example.com,2024-02-01,7.25\n";
    let opened =
        assert_fields(text, FileKind::Orders, &[("A", CustomerName), ("B", Email), ("C", OrderDate), ("D", LineTotal)]);
    assert_eq!(opened.table.len(), 2);
}

#[test]
fn what_an_import_lacks_is_told() {
    assert_eq!(lacks(FileKind::Orders, &[CustomerName, Ignore]), [Lack::Date, Lack::Amount]);
    assert_eq!(lacks(FileKind::Orders, &[OrderDate, UnitPrice]), [Lack::Customer]);
    assert_eq!(lacks(FileKind::Customers, &[City, Email, Email]), []);
    assert_eq!(lacks(FileKind::Customers, &[CustomerName, City, City]), [Lack::Twice(City)]);
}

#[test]
fn every_row_with_an_error_is_told_with_its_place() {
    let text = "customer,date,amount,email,website\nAnn,2024-01-31,1.50,ann@example.com,example.com\n,2024-01-31,1,,\nBob,2024-02-30,1,,\nBob,2024-02-28,1e308,bob,javascript:alert(1)\nBob,2024-02-28,,,\nBob,,3,,\nB\u{202E}ob,2024-02-28,\"1,5\",,\n";
    let opened = open(text.as_bytes()).unwrap();
    let told: Vec<_> = opened
        .checked
        .problems
        .iter()
        .map(|problem| (problem.line, problem.column, opened.table.excerpt(problem), problem.kind.to_string()))
        .collect();
    let told: Vec<_> =
        told.iter().map(|(line, column, text, kind)| (*line, *column, text.as_str(), kind.as_str())).collect();
    assert_eq!(
        told,
        [
            (3, None, " | 2024-01-31 | 1", "no customer"),
            (4, Some(1), "2024-02-30", "no day 30 in month 2 of 2024"),
            (5, Some(2), "1e308", "out of range"),
            (5, Some(3), "bob", "no e-mail address"),
            (5, Some(4), "javascript:alert(1)", "an address of an unsafe kind"),
            (6, None, "Bob | 2024-02-28", "no amount"),
            (7, None, "Bob |  | 3", "nothing where OrderDate must be"),
            (8, Some(0), "B\u{FFFD}ob", "invisible characters were taken out"),
            (8, Some(2), "1,5", "a number with the other decimal mark"),
        ]
    );
    assert_eq!((opened.checked.rows, opened.checked.left_out), (7, 6));
}

#[test]
fn lines_of_one_order_may_say_its_customer_and_day_once() {
    let text = "order number,customer,date,item,price\n1,Ann,2024-01-31,a,5\n1,,,b,6\n2,,,c,7\n";
    let opened = open(text.as_bytes()).unwrap();
    let lines: Vec<_> = opened.checked.problems.iter().map(|problem| (problem.line, &problem.kind)).collect();
    assert_eq!(lines, [(4, &Problem::Missing(OrderDate))]);
}

#[test]
fn an_amount_that_repeats_over_the_lines_of_an_order_is_the_orders() {
    let shop = "order number,customer,date,item,qty,price,total\n1,Ann,2024-01-31,a,1,5,17\n1,Ann,2024-01-31,b,2,6,17\n2,Bob,2024-02-01,a,1,5,5\n";
    assert_eq!(open(shop.as_bytes()).unwrap().column(OrderTotal), Some("total"));
    let lines = "order number,customer,date,item,qty,price,total\n1,Ann,2024-01-31,a,1,5,5\n1,Ann,2024-01-31,b,2,6,12\n2,Bob,2024-02-01,a,1,5,5\n";
    assert_eq!(open(lines.as_bytes()).unwrap().column(LineTotal), Some("total"));
}

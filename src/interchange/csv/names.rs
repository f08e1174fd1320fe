//! The names that columns have in English, German, French, Spanish, Traditional and Simplified Chinese, as people and programs
//! (shops, payment services, address books) write them. Data only; `words` compares.

use super::target::Target::{
    self, Answer, Birthday, Ces, Channel, City, Country, Csat, Currency, CustomerName, CustomerReference, Discount,
    Email, FamilyName, GivenName, JobTitle, LineTotal, Note, Nps, OrderDate, OrderNumber, OrderStatus, OrderTime,
    OrderTotal, Organisation, Phone, Postcode, ProductCode, ProductName, Quantity, Question, Refunded, Region, Street,
    Tag, UnitCost, UnitPrice, Website,
};

/// Names by target, separated by `|`, folded as `words::fold` does. Earlier names of a target are better.
pub const NAMES: &[(Target, &str)] = &[
    (
        CustomerReference,
        "customer id|customer no|customer number|customer code|customer key|customer ref|customer reference|cust id|custid|\
         client id|client number|client code|user id|buyer id|account number|account id|contact id|member id|shopper id|kundennummer|\
         kundennr|kunden nr|kunden id|kunden nummer|kd nr|debitor|debitorennummer|numero client|no client|code client|id client|\
         reference client|numero de cliente|no cliente|id cliente|codigo cliente|codigo de cliente|客戶編號|客户编号|客戶代號|客户代码|\
         客戶代碼|客户号|客戶號|客戶id|客户id|會員編號|会员编号|會員號碼|会员号|會員id|会员id|顧客編號|顾客编号|買家id|买家id|用户id",
    ),
    (
        CustomerName,
        "customer name|customer|client name|client|billing name|display name|full name|contact name|buyer name|buyer|\
         customer description|bill to|sold to|name|account name|recipient name|member name|kundenname|kunde|name des kunden|\
         rechnungsempfanger|auftraggeber|anzeigename|vollstandiger name|nom du client|nom client|client nom|nom complet|acheteur|\
         nombre del cliente|nombre cliente|cliente|nombre completo|comprador|客戶名稱|客户名称|客戶|客户|客戶姓名|客户姓名|顧客姓名|顾客姓名|顧客|\
         顾客|姓名|名字|名稱|名称|買家|买家|買方|买方|購買人|购买人|購買者|订购人|訂購人|買家姓名|会员名称|會員名稱|會員姓名|会员姓名|聯絡人|联系人|聯絡人姓名|联系人姓名",
    ),
    (
        GivenName,
        "first name|given name|forename|firstname|billing first name|first name billing|customer first name|vorname|rufname|prenom|\
         nombre|nombre de pila|名",
    ),
    (
        FamilyName,
        "last name|family name|surname|lastname|billing last name|last name billing|customer last name|nachname|familienname|\
         zuname|nom de famille|apellido|apellidos|姓|姓氏",
    ),
    (
        Organisation,
        "company|company name|organization|organisation|organization name|organization 1 name|billing company|company billing|employer|\
         business name|firma|firmenname|unternehmen|organisation 1 name|societe|entreprise|raison sociale|empresa|compania|\
         razon social|公司|公司名稱|公司名称|單位|单位|單位名稱|单位名称|企業|企业|企業名稱|企业名称|機構|机构|組織|组织|店名",
    ),
    (
        JobTitle,
        "job title|position|title|organization title|organization 1 title|role at company|stellenbezeichnung|berufsbezeichnung|\
         funktion|poste|fonction|titre du poste|puesto|cargo|職稱|职称|職務|职务|職位|职位",
    ),
    (
        Email,
        "email|e mail|mail|email address|e mail address|e mail 1 value|email 1 value|e mail 2 value|e mail 3 value|e mail 2 address|\
         e mail 3 address|customer email|billing email|email billing|from email address|contact email|client email|buyer email|emails|\
         mail address|e mail adresse|email adresse|mailadresse|courriel|adresse email|adresse e mail|adresse mail|correo|\
         correo electronico|電子郵件|电子邮件|電郵|邮箱|郵箱|電子信箱|电子邮箱|信箱|電子郵箱|邮件|郵件|email地址|電郵地址",
    ),
    (
        Phone,
        "phone|telephone|phone number|mobile|mobile phone|cell|cell phone|business phone|home phone|primary phone|phone 1 value|\
         phone 2 value|phone 3 value|billing phone|phone billing|customer phone|contact phone|contact phone number|tel|company main phone|\
         business phone 2|home phone 2|other phone|telefon|telefonnummer|handy|handynummer|mobil|mobiltelefon|rufnummer|\
         telefon geschaftlich|telefon privat|numero de telephone|portable|tel portable|telefono|movil|celular|電話|电话|手機|手机|電話號碼|\
         电话号码|手機號碼|手机号|手机号码|聯絡電話|联系电话|行動電話|移动电话|公司電話|公司电话|聯繫電話",
    ),
    (
        Street,
        "street|address|street address|address line 1|address line 2|address 1|address 2|billing street|billing address1|billing address2|\
         billing address|address 1 2 billing|address 1 billing|address 2 billing|business street|business street 2|home street|\
         address 1 street|customer address|full address|strasse|str|strasse und hausnummer|anschrift|adresse|rue|adresse 1|calle|direccion|\
         domicilio|地址|聯絡地址|联系地址|通訊地址|通讯地址|詳細地址|详细地址|收貨地址|收货地址|街道|街道地址|收件地址|送貨地址|送货地址",
    ),
    (
        City,
        "city|town|billing city|city billing|business city|home city|address 1 city|customer city|ort|stadt|wohnort|ville|commune|ciudad|\
         localidad|poblacion|城市|市|市縣|縣市|县市|所在城市",
    ),
    (
        Region,
        "state|province|region|county|state province|billing province|billing state|billing province name|state code billing|business state|\
         home state|address 1 region|state or province|bundesland|kanton|departement|etat|provincia|estado|省|省份|州|省市|地區|地区|區域|区域",
    ),
    (
        Postcode,
        "postcode|postal code|zip|zip code|zipcode|billing zip|billing postal code|postcode billing|business postal code|home postal code|\
         address 1 postal code|plz|postleitzahl|code postal|cp|codigo postal|郵遞區號|邮政编码|邮编|郵編|郵政編碼",
    ),
    (
        Country,
        "country|country region|billing country|country code billing|country billing|business country region|home country region|\
         address 1 country|country code|customer country|nation|land|staat|pays|pais|國家|国家|國別|国别|國家地區|国家地区",
    ),
    (
        Website,
        "website|web site|url|homepage|web page|site web|web|website 1 value|webseite|webadresse|internetseite|site internet|sitio web|\
         pagina web|網站|网站|網址|网址|主頁|主页|官網|官网",
    ),
    (
        Tag,
        "tags|tag|labels|label|category|categories|group|groups|group membership|segment|customer group|schlagwort|schlagworte|\
         kategorie|kategorien|gruppe|etiquette|etiquettes|categorie|groupe|etiqueta|etiquetas|categoria|grupo|標籤|标签|分組|分组|群組|分類|分类|\
         客戶分類|客户分类|客戶類別|客户类别|客戶類型|客户类型",
    ),
    (
        Birthday,
        "birthday|birth date|date of birth|dob|geburtstag|geburtsdatum|date de naissance|anniversaire|fecha de nacimiento|cumpleanos|\
         生日|出生日期|出生年月日",
    ),
    (
        Note,
        "notes|note|comment|comments|remark|remarks|memo|customer note|order note|notiz|notizen|bemerkung|bemerkungen|kommentar|anmerkung|\
         commentaire|commentaires|remarque|nota|notas|comentario|comentarios|observaciones|備註|备注|附註|附注|說明|说明|留言|買家留言|买家留言|feedback|verbatim|意見|意见|回饋|反馈|評語|评语",
    ),
    (
        OrderNumber,
        "order number|order id|order no|order|order ref|order reference|invoice|invoice number|invoice no|invoice id|invoiceno|transaction id|\
         transaction|receipt number|receipt no|receipt|sales order|bill number|document number|charge id|payment id|orderid|order key|\
         bestellnummer|bestellnr|bestell nr|bestellung|auftragsnummer|auftragsnr|auftrag|rechnungsnummer|rechnungsnr|rechnung|rechnung nr|\
         belegnummer|belegnr|vorgangsnummer|numero de commande|no commande|commande|numero de facture|no facture|facture|n facture|\
         numero de pedido|pedido|numero de factura|factura|no factura|訂單編號|订单编号|訂單號|订单号|訂單號碼|订单号码|訂單|订单|單號|单号|發票號碼|\
         发票号码|发票号|發票編號|發票|交易號|交易编号|交易編號|交易号|交易序號|流水號|流水号|銷售單號|销售单号|商户订单号",
    ),
    (
        OrderDate,
        "order date|date|invoice date|created at|created|created date|created utc|created date utc|purchase date|transaction date|\
         date of purchase|sale date|sales date|order datetime|datetime|date time|timestamp|paid at|payment date|date created|order created|\
         ordered at|invoicedate|orderdate|bestelldatum|bestellt am|auftragsdatum|rechnungsdatum|datum|kaufdatum|belegdatum|verkaufsdatum|\
         date de commande|date commande|date de facture|date facture|date d achat|date de facturation|fecha|fecha de pedido|fecha pedido|\
         fecha de factura|fecha factura|fecha de compra|survey date|answered at|answered on|response date|responded at|submitted at|date answered|回答日期|填寫日期|填写日期|填寫時間|填写时间|訂單日期|订单日期|日期|訂購日期|订购日期|下單時間|下单时间|下單日期|下单日期|訂單時間|订单时间|\
         訂單成立日期|订单创建时间|交易日期|交易時間|交易时间|購買日期|购买日期|發票日期|发票日期|付款時間|付款时间|付款日期|銷售日期|销售日期|成交時間|成交时间|\
         建立時間|创建时间|建立日期|创建日期|開立日期|消費日期|消费日期",
    ),
    (
        Question,
        "question|survey|survey type|survey kind|kind of survey|score type|measure|metric|frage|umfrage|題目|题目|問題|问题|問卷|问卷|問卷類型|问卷类型|指標|指标",
    ),
    (
        Answer,
        "answer|score|rating|survey score|survey answer|response|antwort|bewertung|回答|答案|評分|评分|分數|分数|得分",
    ),
    (
        Nps,
        "nps|nps score|net promoter score|likelihood to recommend|recommendation score|recommendation nps|weiterempfehlung|推薦意願|推荐意愿|\
         淨推薦值|净推荐值|推薦分數|推荐分数|推薦意願nps|推荐意愿nps",
    ),
    (
        Csat,
        "csat|csat score|satisfaction|satisfaction score|customer satisfaction|satisfaction csat|zufriedenheit|滿意度|满意度|顧客滿意度|客户满意度|滿意度csat|满意度csat",
    ),
    (
        Ces,
        "ces|ces score|customer effort score|effort score|ease score|ease ces|aufwand|省力程度|費力度|费力度|省力程度ces",
    ),
    (Channel, "channel|survey channel|via|contact channel|kanal|管道|渠道|聯絡管道|联系渠道|問卷管道|问卷渠道"),
    (OrderTime, "time|order time|uhrzeit|zeit|heure|hora|時間|时间"),
    (
        OrderStatus,
        "order status|financial status|payment status|status|state of order|bestellstatus|zahlungsstatus|auftragsstatus|statut|\
         statut de la commande|estado del pedido|estado de pago|訂單狀態|订单状态|付款狀態|付款状态|支付状态|交易狀態|交易状态|狀態|状态",
    ),
    (
        ProductCode,
        "sku|product code|product id|product number|product no|item id|item code|item number|item no|item sku|lineitem sku|stock code|\
         stockcode|article number|article no|article code|ean|upc|isbn|part number|artikelnummer|artikelnr|artikel nr|produktnummer|\
         reference produit|code produit|code article|ref produit|codigo producto|codigo de producto|referencia|產品編號|产品编号|商品編號|商品编号|\
         貨號|货号|料號|料号|商品編碼|商品编码|產品代碼|产品代码|商品代碼|品號|品号|商品條碼|商品貨號|商品id",
    ),
    (
        ProductName,
        "product name|item name|item title|lineitem name|product|item|description|product description|item description|article|service|\
         product title|artikel|artikelname|artikelbezeichnung|bezeichnung|produkt|produktname|leistung|beschreibung|produit|\
         nom du produit|nom produit|designation|libelle|article nom|producto|nombre del producto|nombre producto|articulo|descripcion|\
         concepto|產品|产品|商品|產品名稱|产品名称|商品名稱|商品名称|品名|品項|品项|項目|项目|服務項目|服务项目|貨品名稱|货品名称|商品標題|商品标题",
    ),
    (
        Quantity,
        "quantity|qty|lineitem quantity|item quantity|order quantity|quantity refund|units|pieces|pcs|count|number of items|menge|anzahl|\
         stuck|stuckzahl|quantite|qte|nombre d articles|cantidad|cant|unidades|數量|数量|件數|件数|訂購數量|订购数量|購買數量|购买数量|銷售數量|销售数量|個數|个数",
    ),
    (
        UnitPrice,
        "unit price|price|item price|lineitem price|item cost|price per unit|price each|priceeach|unitprice|product price|\
         rate|einzelpreis|preis|stuckpreis|preis pro stuck|e preis|ep|verkaufspreis|prix unitaire|prix|pu|prix de vente|precio unitario|\
         precio|單價|单价|價格|价格|售價|售价|商品單價|商品单价|商品價格|商品价格|銷售單價|销售单价",
    ),
    (
        LineTotal,
        "line total|line amount|item total|amount|revenue|sales|total|total amount|total price|gross|gross amount|net amount|subtotal|value|\
         order value|total sales|net sales|turnover|amount paid|price total|sum|spend|monetary|extended price|net|betrag|gesamt|gesamtpreis|\
         gesamtbetrag|summe|umsatz|nettobetrag|bruttobetrag|netto|brutto|zeilensumme|positionsbetrag|rechnungsbetrag|endbetrag|montant|\
         montant total|total ligne|montant ttc|montant ht|total ttc|total ht|chiffre d affaires|prix total|importe|importe total|monto|\
         total linea|precio total|ingresos|金額|金额|小計|小计|合計|合计|總額|总额|總金額|总金额|銷售額|销售额|交易金額|交易金额|實付金額|实付金额|實收金額|\
         实收金额|付款金額|付款金额|消費金額|消费金额|營收|营收|收入|銷售金額|销售金额|成交金額|成交金额|發票金額|发票金额|應付金額|应付金额|總價|总价",
    ),
    (
        OrderTotal,
        "order total|order total amount|order amount|invoice total|invoice amount|grand total|total order|order subtotal|order subtotal amount|auftragssumme|bestellwert|\
         rechnungssumme|total de la commande|total commande|total facture|total del pedido|total factura|訂單金額|订单金额|訂單總額|订单总额|訂單總金額|\
         订单总金额|訂單總計|订单总计|總計|总计|訂單合計|订单合计",
    ),
    (
        Discount,
        "discount|discount amount|lineitem discount|line discount|rebate|cart discount amount|rabatt|rabattbetrag|nachlass|remise|rabais|\
         reduction|descuento|折扣|優惠|优惠|折讓|折让|優惠金額|优惠金额|折扣金額|折扣金额",
    ),
    (
        Refunded,
        "refunded amount|amount refunded|refund amount|order refund amount|refunded|refund|erstattung|erstattet|ruckerstattung|rembourse|\
         montant rembourse|remboursement|reembolso|退款|退款金額|退款金额",
    ),
    (
        UnitCost,
        "cost|unit cost|cost price|cost per item|purchase price|cost of goods|cogs|einkaufspreis|einstandspreis|kosten|ek|prix d achat|\
         cout|cout unitaire|precio de compra|coste|costo|成本|成本價|成本价|單位成本|单位成本|進價|进价|進貨價|进货价",
    ),
    (
        Currency,
        "currency|currency code|order currency|wahrung|devise|monnaie|moneda|divisa|幣別|币别|貨幣|货币|幣種|币种",
    ),
];

/// Words that make a column something about the thing named beside them: never the thing itself.
pub const ABOUT: &[&str] = &[
    "type",
    "label",
    "phonetic",
    "yomi",
    "requires",
    "taxable",
    "compare",
    "fulfillment",
    "shipping",
    "ship",
    "delivery",
    "lieferung",
    "lieferadresse",
    "livraison",
    "envio",
    "prefix",
    "suffix",
    "method",
    "tax",
    "taxes",
    "vat",
    "mwst",
    "steuer",
    "tva",
    "iva",
    "fee",
    "balance",
    "due",
    "count",
    "accepts",
    "to",
    "converted",
    "birth",
    "fax",
    "pager",
    "assistant",
    "po box",
    "extended",
    "formatted",
];

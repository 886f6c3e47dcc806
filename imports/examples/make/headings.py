"""The sheets of the workbook and their headings, in the order in which they are written."""

ORGANIZATION = "事業者"
"""The one sheet that is a list of labels and values; all others are tables."""

HEADINGS = {
    "事業者": (
        "事業者コード 名称 住所 代表者 所在国 事業内容 個人情報保護管理者 準拠規格 認証 制定日 改定日 "
        "保管国 委託 第三者提供 共同利用"
    ),
    "方針": "名称 制定日 改定日 引用 本文",
    "台帳": (
        "管理番号 個人情報の名称 本人の区分 情報の性質 項目 利用目的 取得方法 取得元 自社・受託の別 "
        "管理部門 管理責任者 アクセス権者 件数 媒体 保管場所 保管国 保存期間 保存の例外 廃棄方法 "
        "委託の有無 委託先 第三者提供の有無 第三者提供先 共同利用の有無 共同利用 要配慮個人情報 "
        "特定個人情報 開示対象 非開示の理由 見直し日 備考"
    ),
    "保管場所": "名称 提供事業者 提供事業者の国 保管国 国を特定できない理由 個人データの取扱い 備考",
    "委託先": "名称 国 委託業務 契約日 再委託 越境移転の根拠 確認日 備考",
    "提供先": "名称 国 提供の根拠 越境移転の根拠 本人からの直接収集 停止の方法 備考",
    "提供の条件": "条件 条文",
    "共同利用": (
        "名称 項目 範囲 本人の区分 利用目的 管理責任者 管理責任者の住所 管理責任者の代表者 取得方法 外国の利用者"
    ),
    "外国制度": "国 制度の概要 権利利益に影響する制度 講ずる措置 確認日 出典",
    "開示等手続": (
        "請求の種類 請求できる者 本人の区分 受付方法 書式 回答方法 手数料 税 単位 支払方法 返還 見積り 備考"
    ),
    "必要書類": "請求者 書類 組 必要数 発行期限 条件",
    "不開示事由": "請求の種類 事由 条文",
    "窓口": "種別 名称 住所 電話 メール 受付時間 備考",
    "安全管理措置": "区分 措置",
}
HEADINGS = {sheet: tuple(words.split()) for sheet, words in HEADINGS.items()}

OPTIONAL = {"必要書類": ("請求の種類",)}
"""Headings that a sheet has only where a source uses them; they stand last."""

WIDE = frozenset(
    "事業内容 本文 引用 個人情報の名称 利用目的 取得方法 保存期間 保存の例外 範囲 項目 受付方法 回答方法 "
    "停止の方法 提供の根拠 条件 事由 措置 講ずる措置 書類 備考".split()
)
"""Headings whose cells hold sentences, and are given a wide column."""

#include "core/web/template.h"
#include "tests/support/problem_text.h"
#include "tests/support/property.h"

#include <QTest>

using namespace roundtrip;
using namespace roundtrip::test;
using nlohmann::json;

class TestTemplate : public QObject {
    Q_OBJECT

  private slots:
    void aBadTemplateIsExplained_data();
    void aBadTemplateIsExplained();
    void aPageThatFailsSaysWhere_data();
    void aPageThatFailsSaysWhere();
    void theReportSaysWhatWasEscaped();
    void theReportFindsMarkupThatWasLetThrough();
    void markupOfTheTemplateItselfIsNoAttack();
    void endlessTemplatesStop();
    void noTemplateIsACrash();
    void noValueBringsAnOpeningBracket();
};

namespace {

QString errorOf(const tl::expected<std::string, Error>& page) {
    return page ? QString() : QString::fromStdString(describe(page.error()));
}

} // namespace

void TestTemplate::aBadTemplateIsExplained_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* source, const char* error) {
        QTest::newRow(source) << QString(source) << QString(error);
    };
    row("a\n{% nope %}", "template:2: template-unknown-tag nope");
    row("{% if x %}\n\n", "template:1: template-unclosed if");
    row("\n\n{% for a in l %}{% if a %}{% endif %}", "template:3: template-unclosed for");
    row("{% comment %}", "template:1: template-unclosed comment");
    row("{% for a of l %}{% endfor %}", "template:1: template-bad-tag for");
    row("{{ }}", "template:1: template-empty-tag");
    row("{{ a b }}", "template:1: template-bad-expression a b  b");
    row("{{ a|nope }}", "template:1: template-unknown-filter nope");
    row("{{ a|upper:1 }}", "template:1: template-filter-arguments upper");
    row("{{ a|default }}", "template:1: template-filter-arguments default");
    row("{{ _a }}", "template:1: template-bad-name _a");
    row("{% if a and %}{% endif %}", "template:1: template-bad-if ");
    row("{% if a b %}{% endif %}", "template:1: template-bad-if b");
    row("{% block a %}{% endblock %}\n{% block a %}{% endblock %}",
        "template:2: template-block-twice a");
    row("{{ a }}\n{% extends 'b' %}", "template:2: template-extends-first");
}

void TestTemplate::aBadTemplateIsExplained() {
    QFETCH(QString, source);
    QFETCH(QString, error);
    const auto parsed = Template::parse(source.toStdString());
    QVERIFY(!parsed);
    QCOMPARE(QString::fromStdString(describe(parsed.error())), error);
}

void TestTemplate::aPageThatFailsSaysWhere_data() {
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("error");
    const auto row = [](const char* source, const char* error) {
        QTest::newRow(source) << QString(source) << QString(error);
    };
    row("\n{% include 'none' %}", "template:2: template-not-found none");
    row("{{ a|default:b.c }}", "template:1: template-variable-missing b.c");
    row("{{ n|divisibleby:0 }}", "template:1: template-filter-failed divisibleby");
    row("{% for a in n %}{% endfor %}", "template:1: template-not-iterable n");
    row("{% for a, b in l %}{% endfor %}", "template:1: template-unpack 2");
    row("{% block a %}{{ block.super }}{% endblock %}", "template:1: template-super-outside");
    row("{% include 'other' %}", "other:2: template-filter-failed first");
}

void TestTemplate::aPageThatFailsSaysWhere() {
    QFETCH(QString, source);
    QFETCH(QString, error);
    const auto parsed = Template::parse(source.toStdString(),
                                        [](std::string_view name) -> std::optional<std::string> {
                                            if (name == "other")
                                                return "\n{{ n|first }}";
                                            return std::nullopt;
                                        });
    QVERIFY(parsed.has_value());
    QCOMPARE(errorOf(parsed->render({{"n", 3}, {"l", {1, 2}}})), error);
}

void TestTemplate::theReportSaysWhatWasEscaped() {
    const auto parsed = Template::parse("<p>\n{{ name }} {{ comment }}</p>");
    RenderReport report;
    const auto page =
        parsed->render({{"name", "Ada"}, {"comment", "<script>alert(1)</script>"}}, &report);
    QVERIFY(page.has_value());
    QCOMPARE(report.escaped.size(), std::size_t{1});
    QCOMPARE(QString::fromStdString(report.escaped[0].expression), QString("comment"));
    QCOMPARE(report.escaped[0].line, std::size_t{2});
    QCOMPARE(QString::fromStdString(report.escaped[0].before),
             QString("<script>alert(1)</script>"));
    QCOMPARE(QString::fromStdString(report.escaped[0].after),
             QString("&lt;script&gt;alert(1)&lt;/script&gt;"));
    QVERIFY(report.unescaped.empty());
}

void TestTemplate::theReportFindsMarkupThatWasLetThrough() {
    const json context{{"comment", "<img src=x onerror=alert(1)>"}};
    for (const char* source :
         {"{{ comment|safe }}", "{% autoescape off %}{{ comment }}{% endautoescape %}",
          "{% autoescape off %}{{ comment|linebreaksbr }}{% endautoescape %}"}) {
        RenderReport report;
        QVERIFY(Template::parse(source)->render(context, &report).has_value());
        QCOMPARE(report.unescaped.size(), std::size_t{1});
        QVERIFY(report.escaped.empty());
    }
}

void TestTemplate::markupOfTheTemplateItselfIsNoAttack() {
    RenderReport report;
    const auto parsed = Template::parse("<b>{{ a|default:'<i>' }}</b>{{ text|linebreaksbr }}");
    QCOMPARE(QString::fromStdString(*parsed->render({{"text", "1\n<2"}}, &report)),
             QString("<b><i></b>1<br>&lt;2"));
    QVERIFY(report.unescaped.empty());
}

void TestTemplate::endlessTemplatesStop() {
    const auto loader = [](std::string_view name) -> std::optional<std::string> {
        return name == "again" ? "{% include 'again' %}" : "{% extends 'self' %}";
    };
    QCOMPARE(errorOf(Template::parse("{% include 'again' %}", loader)->render({})).section(' ', 1),
             QString("template-too-deep"));
    QCOMPARE(errorOf(Template::parse("{% include 'self' %}", loader)->render({})).section(' ', 1),
             QString("template-too-deep"));
    std::string loops;
    for (int i = 0; i < 9; ++i)
        loops += "{% for x in l %}";
    loops += "0123456789";
    for (int i = 0; i < 9; ++i)
        loops += "{% endfor %}";
    const auto page = Template::parse(loops)->render({{"l", std::vector<int>(20)}});
    QVERIFY(!page);
    QVERIFY(page.error().code == "template-too-long" ||
            page.error().code == "template-too-many-steps");
    std::string deep;
    for (int i = 0; i < 100000; ++i)
        deep += "{% if x %}";
    QCOMPARE(QString::fromStdString(Template::parse(deep).error().code),
             QString("template-too-deep"));
}

namespace {

rc::Gen<std::string> pieces() {
    const auto piece = rc::gen::element<std::string>(
        "{{", "}}", "{%", "%}", "{#", "#}", " ", "a", "b.c", "|", "upper", "default:", "'x'", "\"",
        "if ", "else", "endif", "for x in a", "endfor", "with a=b", "endwith", "block a",
        "endblock", "extends 'a'", "include 'a'", "autoescape off", "endautoescape", "{{ a }}",
        "{{ b.c|title }}", "{{ x|join:a }}", "{% if a %}", "{% endif %}", "{% for x in a %}",
        "{% endfor %}", "<", "\n", "{{ forloop.parentloop.counter }}", "{{ block.super }}",
        "{{ a|slice:'::-1' }}", "\xc3\xa9");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece), [](const auto& parts) {
        std::string text;
        for (const std::string& part : parts)
            text += part;
        return text;
    });
}

} // namespace

void TestTemplate::noTemplateIsACrash() {
    const auto property = [] {
        const auto source = *pieces();
        const auto other = *pieces();
        const auto value = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
        const auto parsed =
            Template::parse(source, [&other](std::string_view) { return std::optional(other); });
        if (!parsed) {
            RC_ASSERT(!parsed.error().code.empty());
            return;
        }
        const auto page =
            parsed->render({{"a", {value, 1, nullptr, {1, 2}}}, {"b", {{"c", value}}}});
        RC_ASSERT(page || !page.error().code.empty());
    };
    QCOMPARE(counterexample(3000, property), std::string());
}

void TestTemplate::noValueBringsAnOpeningBracket() {
    const auto property = [] {
        const auto value = *rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("<>&\"' \n,abc1\\{%|")));
        const auto filter = *rc::gen::element<std::string>(
            "", "|upper", "|lower", "|title", "|capfirst", "|default:a", "|join:a", "|first",
            "|last", "|truncatewords:2", "|truncatechars:3", "|add:a", "|escape", "|force_escape",
            "|cut:'a'", "|slice:'1:'", "|striptags", "|pluralize:a", "|yesno:a",
            "|linebreaksbr|cut:'<br>'", "|floatformat:2", "|urlencode", "|wordcount");
        const auto parsed =
            Template::parse("{{ a" + filter + " }}{% for x in l %}{{ x }}{% endfor %}");
        const auto page = parsed->render({{"a", value}, {"l", {value, {{value, value}}}}});
        if (page)
            RC_ASSERT(page->find('<') == std::string::npos);
    };
    QCOMPARE(counterexample(5000, property), std::string());
}

QTEST_APPLESS_MAIN(TestTemplate)
#include "tst_template.moc"

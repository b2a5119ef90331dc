#include <algorithm>

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QKeySequence>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

#include "Translations.h"

using namespace isostain;

namespace {

struct Message {
    QString context;
    QString source;
    QString state;     ///< "unfinished", "vanished", "obsolete"; empty: done
    bool isPlural = false;
    QStringList forms; ///< one, or one for each plural form
};

struct TranslationFile {
    QString language;
    std::vector<Message> messages;
};

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.isPlural = xml.attributes().value("numerus") == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.state = xml.attributes().value("type").toString();
            if (!message.isPlural)
                message.forms = {xml.readElementText()};
            else
                while (xml.readNextStartElement())
                    message.forms << xml.readElementText();
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

TranslationFile readTranslation(const QString& path)
{
    TranslationFile result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return result;
    QXmlStreamReader xml(&file);
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("TS"))
            result.language = xml.attributes().value("language").toString();
        else if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            result.messages.push_back(readMessage(xml, context));
    }
    return result;
}

QStringList placeholders(const QString& text)
{
    static const QRegularExpression placeholder("%L?(\\d+|n)");
    QStringList found;
    for (auto match = placeholder.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    found.sort();
    return found;
}

/// How many letters are underlined; "H&E" is a name, and "&&" a sign.
qsizetype mnemonics(QString text)
{
    static const QRegularExpression mnemonic("&(?=[^\\s&])");
    return text.remove("&&").remove("H&E").count(mnemonic);
}

bool isKeys(const QString& text)
{
    static const QRegularExpression keys("^((Ctrl|Shift|Alt)\\+)+\\S+$|^F\\d+$");
    return keys.match(text).hasMatch();
}

int pluralForms(const QString& language)
{
    return language.startsWith("zh") || language.startsWith("ja") ? 1 : 2;
}

/// What is wrong with one form of a translation; empty where nothing is.
QString problemOf(const QString& source, const QString& form)
{
    if (form.trimmed().isEmpty())
        return "is empty";
    if (placeholders(form) != placeholders(source))
        return "has other placeholders";
    if (mnemonics(form) != mnemonics(source))
        return "has another number of mnemonics";
    if (isKeys(source) && form != source)
        return "is another key";
    if (source.endsWith(u'…') != form.endsWith(u'…'))
        return "differs in its ellipsis";
    if (source.startsWith(u' ') != form.startsWith(u' ') || source.endsWith(u' ') != form.endsWith(u' '))
        return "differs in the spaces around it";
    return {};
}

}

/// The translations are complete, and say what the program has to fill in.
class TestTranslations : public QObject {
    Q_OBJECT

private slots:
    void thereAreLanguages()
    {
        QVERIFY(files().size() >= 1);
        QCOMPARE(translatedLanguages().size(), files().size());
        for (const QString& language : translatedLanguages())
            QVERIFY2(!languageName(language).isEmpty() && languageName(language) != language, qPrintable(language));
    }

    void everyTextIsTranslated_data() { addFiles(); }
    void everyTextIsTranslated()
    {
        QFETCH(QString, file);
        const TranslationFile translation = readTranslation(file);
        QVERIFY(!translation.messages.empty());
        QStringList wrong;
        for (const Message& message : translation.messages) {
            const QString where = message.context + ": " + message.source;
            if (!message.state.isEmpty())
                wrong << where + ": " + message.state;
            else if (message.isPlural && message.forms.size() != pluralForms(translation.language))
                wrong << where + ": needs other plural forms";
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(QString("%1\nRun: ninja update-translations").arg(wrong.join('\n'))));
    }

    void nothingIsLostInTranslation_data() { addFiles(); }
    void nothingIsLostInTranslation()
    {
        QFETCH(QString, file);
        QStringList wrong;
        for (const Message& message : readTranslation(file).messages)
            for (const QString& form : message.forms)
                if (const QString problem = problemOf(message.source, form); !problem.isEmpty() && message.state.isEmpty())
                    wrong << QString("%1: “%2” -> “%3” %4").arg(message.context, message.source, form, problem);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
    }

    void whatIsLostIsSeen()
    {
        QCOMPARE(problemOf("%1 of %2", "%2 von %1"), QString());
        QVERIFY(!problemOf("%1 of %2", "%1 von 2").isEmpty());
        QVERIFY(!problemOf("%n slides", "Schnitte").isEmpty());
        QVERIFY(!problemOf("&Open…", "Öffnen…").isEmpty());
        QVERIFY(!problemOf("&Open…", "Öff&nen").isEmpty());
        QCOMPARE(problemOf("&Open…", "打开(&O)…"), QString());
        QCOMPARE(problemOf("H&E", "H&E"), QString());
        QVERIFY(!problemOf("Ctrl+E", "Strg+E").isEmpty());
        QVERIFY(!problemOf(" px", "px").isEmpty());
    }

    void theHelpSpeaksEveryLanguage_data() { addFiles(); }
    void theHelpSpeaksEveryLanguage()
    {
        QFETCH(QString, file);
        const QString language = QFileInfo(file).baseName().mid(QString("isostain_").size());
        const QDir english(HELP_PAGES);
        const QDir folder(language == "en" ? english.path() : english.filePath(language));
        const QStringList pages = english.entryList({"*.md"}, QDir::Files);
        QVERIFY(!pages.isEmpty());
        for (const QString& page : pages) {
            QFile translated(folder.filePath(page)), original(english.filePath(page));
            QVERIFY2(translated.open(QIODevice::ReadOnly), qPrintable(translated.fileName()));
            QVERIFY(original.open(QIODevice::ReadOnly));
            const auto headings = [](const QByteArray& text) { return ("\n" + text).count("\n#"); };
            QCOMPARE(headings(translated.readAll()), headings(original.readAll()));
        }
    }

private:
    static QFileInfoList files() { return QDir(MERGED_TRANSLATIONS).entryInfoList({"isostain_*.ts"}, QDir::Files); }
    static void addFiles()
    {
        QTest::addColumn<QString>("file");
        for (const QFileInfo& file : files())
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"

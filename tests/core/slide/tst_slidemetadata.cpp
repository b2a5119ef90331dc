#include <QTest>

#include "slide/SlideMetadata.h"

using namespace isostain;

Q_DECLARE_METATYPE(std::optional<double>)

class TestSlideMetadata : public QObject {
    Q_OBJECT

private slots:
    void numbers()
    {
        QCOMPARE(parseNumber("0.499").value(), 0.499);
        QCOMPARE(parseNumber("20").value(), 20.0);
        for (const char* text : {"", " ", "20x", "0,499", "nan", "inf", "--1", "1e999"})
            QVERIFY2(!parseNumber(text), text);
    }

    void ownDescription()
    {
        const OwnDescription own = parseOwnDescription("Made by hand\r\nisostain.version=0.1.0\nisostain.objective-power=20\r\n"
                                                       "isostain.mpp-x=0.499\nisostain.mpp-y=0.5\n"
                                                       "isostain.demo.stain=he\nisostain.demo.scanner=B");
        QCOMPARE(own.objectivePower.value(), 20.0);
        QCOMPARE(own.mppX.value(), 0.499);
        QCOMPARE(own.mppY.value(), 0.5);
        QCOMPARE(own.demo.value().stain, std::string("he"));
        QCOMPARE(own.demo.value().scanner, std::string("B"));
    }

    void othersDescriptionsSayNothing()
    {
        for (const char* text : {"", "Aperio Image Library|AppMag = 20|MPP = 0.499", "xisostain.objective-power=20",
                                 "isostain.objective-power=abc\nisostain.mpp-x=353\nisostain.demo.stain=he\nisostain.", "\n\n=\n"}) {
            const OwnDescription own = parseOwnDescription(text);
            QVERIFY2(!own.objectivePower && !own.mppX && !own.mppY && !own.demo, text);
        }
    }

    void pixelSizeOfTiffs_data()
    {
        QTest::addColumn<std::optional<double>>("described");
        QTest::addColumn<std::optional<double>>("tagged");
        QTest::addColumn<std::optional<double>>("expected");
        using Value = std::optional<double>;
        QTest::newRow("nothing") << Value() << Value() << Value();
        QTest::newRow("tag") << Value() << Value(0.25) << Value(0.25);
        QTest::newRow("a screen's resolution") << Value() << Value(25400.0 / 72) << Value();
        QTest::newRow("a printer's resolution") << Value() << Value(25400.0 / 600) << Value();
        QTest::newRow("description alone") << Value(0.499) << Value() << Value(0.499);
        QTest::newRow("the description has more digits") << Value(0.499) << Value(0.49900001) << Value(0.499);
        QTest::newRow("resampled since") << Value(0.499) << Value(0.998) << Value(0.998);
    }
    void pixelSizeOfTiffs()
    {
        QFETCH(std::optional<double>, described);
        QFETCH(std::optional<double>, tagged);
        QFETCH(std::optional<double>, expected);
        QVERIFY(mppOfTiff(described, tagged) == expected);
    }

    void textBecomesUtf8()
    {
        QCOMPARE(toUtf8("M\xC3\xBCller \xE2\x82\xAC \xF0\x9F\x94\xAC"), std::string("M\xC3\xBCller \xE2\x82\xAC \xF0\x9F\x94\xAC"));
        QCOMPARE(toUtf8("M\xFCller"), std::string("M\xC3\xBCller"));
        QCOMPARE(toUtf8("5 \xB5m"), std::string("5 \xC2\xB5m"));
        for (const char* invalid : {"\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80", "\xF0\x80\x80\x80"}) {
            const QByteArray result = QByteArray::fromStdString(toUtf8(invalid));
            QCOMPARE(QString::fromUtf8(result), QString::fromLatin1(invalid));
        }
    }
};

QTEST_GUILESS_MAIN(TestSlideMetadata)
#include "tst_slidemetadata.moc"

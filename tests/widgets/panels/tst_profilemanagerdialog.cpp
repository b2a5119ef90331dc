#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "normalize/ProfileFit.h"
#include "panels/ProfileFacts.h"
#include "panels/ProfileManagerDialog.h"

using namespace isostain;

namespace {

using Section = ManagedProfile::Section;

const std::vector<ManagedProfile> kProfiles = {
    {Section::Bundled, ":/demo.json", "Demo", "StainNet", {}, {}},
    {Section::Reference, "builtin:macenko", "Macenko", {}, {}, {}},
    {Section::Library, "/l/a.json", "Lab A", "Macenko", "/l/a.json", {}},
    {Section::Library, "/l/broken.json", "broken.json", "not usable", "/l/broken.json", "It is broken."},
    {Section::Recent, "/r/x.json", "x.json", {}, "/r/x.json", {}},
};

StainProfile stainNet()
{
    StainProfile profile;
    profile.name = "Net";
    profile.weights.layers = {{3, 32, 1, std::vector<float>(96), std::vector<float>(32)},
                              {32, 32, 1, std::vector<float>(1024), std::vector<float>(32)},
                              {32, 3, 1, std::vector<float>(96), std::vector<float>(3)}};
    profile.weightsSha256 = "abc123";
    return profile;
}

/// A dialog on the screen with the profiles above.
struct DialogFixture {
    DialogFixture()
    {
        dialog.setProfiles(kProfiles);
        dialog.show();
        isReady = QTest::qWaitForWindowActive(&dialog);
    }

    QPushButton& button(const char* name) { return *dialog.findChild<QPushButton*>(name); }
    QTreeWidget& list() { return *dialog.findChild<QTreeWidget*>("profileList"); }
    /// Texts of the inspector, in order.
    QStringList shown()
    {
        QStringList texts;
        for (const QLabel* label : dialog.findChild<QWidget*>("profileInspector")->findChildren<QLabel*>())
            texts << label->text();
        return texts;
    }
    QString notice() { return dialog.findChild<QLabel*>("noticeText")->isVisible() ? dialog.findChild<QLabel*>("noticeText")->text() : QString(); }

    ProfileManagerDialog dialog;
    bool isReady = false;
};

QString valueOf(const std::vector<ProfileFactSection>& sections, const QString& title, const QString& label)
{
    for (const ProfileFactSection& section : sections)
        for (const ProfileFact& fact : section.facts)
            if (section.title == title && fact.label == label)
                return fact.value;
    return {};
}

}

class TestProfileManagerDialog : public QObject {
    Q_OBJECT

private slots:
    void showsSectionsInOrder()
    {
        DialogFixture fixture;
        QVERIFY(fixture.isReady);
        QStringList titles;
        for (int i = 0; i < fixture.list().topLevelItemCount(); ++i)
            titles << fixture.list().topLevelItem(i)->text(0);
        QCOMPARE(titles, QStringList({"Bundled", "Published H&E Reference", "Library", "Recent"}));
        QCOMPARE(fixture.dialog.selectedId(), QString(":/demo.json"));
        QCOMPARE(fixture.list().topLevelItem(2)->child(1)->toolTip(0), QString("It is broken."));
    }

    void saysWhatAnEmptyLibraryIsFor()
    {
        DialogFixture fixture;
        fixture.dialog.setProfiles({});
        QCOMPARE(fixture.list().topLevelItemCount(), 1);
        QVERIFY(!fixture.list().topLevelItem(0)->child(0)->text(0).isEmpty());
        QVERIFY(fixture.dialog.selectedId().isEmpty());
        for (const char* name : {"renameProfile", "deleteProfile", "copyProfile", "useProfile"})
            QVERIFY(!fixture.button(name).isEnabled());
        QVERIFY(fixture.button("importProfile").isEnabled());
        QVERIFY(!fixture.shown().isEmpty());
    }

    void offersWhatCanBeDone_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("rename");
        QTest::addColumn<bool>("remove");
        QTest::addColumn<bool>("use");
        QTest::newRow("bundled") << ":/demo.json" << false << false << true;
        QTest::newRow("reference") << "builtin:macenko" << false << false << true;
        QTest::newRow("library") << "/l/a.json" << true << true << true;
        QTest::newRow("broken") << "/l/broken.json" << false << true << false;
        QTest::newRow("recent") << "/r/x.json" << false << false << true;
    }

    void offersWhatCanBeDone()
    {
        QFETCH(QString, id);
        QFETCH(bool, rename);
        QFETCH(bool, remove);
        QFETCH(bool, use);
        DialogFixture fixture;
        fixture.dialog.select(id);
        QCOMPARE(fixture.dialog.selectedId(), id);
        QCOMPARE(fixture.button("renameProfile").isEnabled(), rename);
        QCOMPARE(fixture.button("deleteProfile").isEnabled(), remove);
        QCOMPARE(fixture.button("useProfile").isEnabled(), use);
    }

    void asksForWhatIsLookedAt()
    {
        DialogFixture fixture;
        QSignalSpy asked(&fixture.dialog, &ProfileManagerDialog::inspectRequested);
        QTest::keyClick(&fixture.list(), Qt::Key_Down);
        QTRY_COMPARE(fixture.dialog.selectedId(), QString("builtin:macenko"));
        QCOMPARE(asked.last().first().toString(), QString("builtin:macenko"));
        fixture.dialog.setProfile(":/demo.json", stainNet()); // late: another one is looked at by now
        QVERIFY(!fixture.shown().contains("Net"));
        fixture.dialog.setProfile("builtin:macenko", stainNet());
        QVERIFY(fixture.shown().contains("Net") && fixture.shown().contains("1,283"));
        fixture.dialog.setProfileError("builtin:macenko", {ErrorCode::FileNotFound, "/r/x.json", {}});
        QVERIFY(fixture.shown().join(" ").contains("x.json"));
        QVERIFY(!fixture.button("copyProfile").isEnabled());
    }

    void keysGoOverHeadings()
    {
        DialogFixture fixture;
        QStringList down;
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&fixture.list(), Qt::Key_Down);
            QTRY_VERIFY(!fixture.dialog.selectedId().isEmpty());
            down << fixture.dialog.selectedId();
        }
        QCOMPARE(down, QStringList({"builtin:macenko", "/l/a.json", "/l/broken.json", "/r/x.json", "/r/x.json", "/r/x.json"}));
        for (int i = 0; i < 6; ++i) {
            QTest::keyClick(&fixture.list(), Qt::Key_Up);
            QTRY_VERIFY(!fixture.dialog.selectedId().isEmpty());
        }
        QCOMPARE(fixture.dialog.selectedId(), QString(":/demo.json"));
        // A click on a heading goes to what stands below it.
        const QPoint heading = fixture.list().visualItemRect(fixture.list().topLevelItem(2)).center();
        QTest::mouseClick(fixture.list().viewport(), Qt::LeftButton, {}, heading);
        QTRY_COMPARE(fixture.dialog.selectedId(), QString("/l/a.json"));
    }

    void renamesInPlace()
    {
        DialogFixture fixture;
        QSignalSpy renames(&fixture.dialog, &ProfileManagerDialog::renameRequested);
        QSignalSpy uses(&fixture.dialog, &ProfileManagerDialog::useRequested);
        fixture.dialog.select("/l/a.json");
        QTest::keyClick(&fixture.list(), Qt::Key_F2);
        auto* editor = fixture.list().findChild<QLineEdit*>();
        QVERIFY(editor);
        fixture.dialog.setProfiles(kProfiles); // another reading of the folder that found nothing new
        QCOMPARE(fixture.list().findChild<QLineEdit*>(), editor);
        editor->selectAll();
        QTest::keyClicks(editor, "Lab Z");
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(renames.size(), 1);
        QCOMPARE(renames.first()[0].toString(), QString("/l/a.json"));
        QCOMPARE(renames.first()[1].toString(), QString("Lab Z"));
        QCOMPARE(uses.size(), 0); // Return ended the editing and pressed no button
        // The old name stays until the library says otherwise.
        QCOMPARE(fixture.list().topLevelItem(2)->child(0)->text(0), QString("Lab A"));
    }

    void leavesANameAloneOnEscape()
    {
        DialogFixture fixture;
        QSignalSpy renames(&fixture.dialog, &ProfileManagerDialog::renameRequested);
        fixture.dialog.select("/l/a.json");
        QTest::mouseClick(&fixture.button("renameProfile"), Qt::LeftButton);
        auto* editor = fixture.list().findChild<QLineEdit*>();
        QVERIFY(editor);
        QTest::keyClicks(editor, "x");
        QTest::keyClick(editor, Qt::Key_Escape);
        QCoreApplication::processEvents();
        QVERIFY(fixture.dialog.isVisible());
        QCOMPARE(renames.size(), 0);
        QCOMPARE(fixture.list().topLevelItem(2)->child(0)->text(0), QString("Lab A"));
    }

    void usesByKeyButtonAndDoubleClick()
    {
        DialogFixture fixture;
        QSignalSpy uses(&fixture.dialog, &ProfileManagerDialog::useRequested);
        fixture.dialog.select("/l/a.json");
        QTest::keyClick(&fixture.list(), Qt::Key_Return);
        QCOMPARE(uses.size(), 1);
        QTest::mouseClick(&fixture.button("useProfile"), Qt::LeftButton);
        QCOMPARE(uses.size(), 2);
        QTreeWidgetItem* item = fixture.list().topLevelItem(2)->child(0);
        const QPoint center = fixture.list().visualItemRect(item).center();
        QTest::mouseClick(fixture.list().viewport(), Qt::LeftButton, {}, center);
        QTest::mouseDClick(fixture.list().viewport(), Qt::LeftButton, {}, center);
        QCOMPARE(uses.size(), 3);
        QCOMPARE(uses.last().first().toString(), QString("/l/a.json"));
    }

    void deletesOnlyWhatIsInTheLibrary()
    {
        DialogFixture fixture;
        QSignalSpy deletions(&fixture.dialog, &ProfileManagerDialog::deleteRequested);
        fixture.dialog.select("/r/x.json");
        QTest::keyClick(&fixture.list(), Qt::Key_Delete);
        QCOMPARE(deletions.size(), 0);
        fixture.dialog.select("/l/broken.json");
        QTest::keyClick(&fixture.list(), Qt::Key_Delete);
        QCOMPARE(deletions.size(), 1);
        QCOMPARE(deletions.first().first().toString(), QString("/l/broken.json"));
    }

    void asksBeforeItDeletesForGood()
    {
        DialogFixture fixture;
        QSignalSpy deletions(&fixture.dialog, &ProfileManagerDialog::deleteForGoodRequested);
        for (const int wanted : {0, 1}) {
            fixture.dialog.askToDeleteForGood("/l/a.json");
            QPointer<QMessageBox> question = fixture.dialog.findChild<QMessageBox*>();
            QVERIFY(question && question->text().contains("Lab A"));
            QAbstractButton* answer = question->defaultButton(); // keeps it
            for (QAbstractButton* each : question->buttons())
                if (wanted == 1 && each != question->defaultButton())
                    answer = each;
            QTest::mouseClick(answer, Qt::LeftButton);
            QCOMPARE(deletions.size(), wanted);
            QTRY_VERIFY(!question);
        }
    }

    void keepsTheSelectionThroughChanges()
    {
        DialogFixture fixture;
        fixture.dialog.select("/l/a.json");
        std::vector<ManagedProfile> profiles = kProfiles;
        profiles[2].name = "Lab Z";
        fixture.dialog.setProfiles(profiles);
        QCOMPARE(fixture.dialog.selectedId(), QString("/l/a.json"));
        QCOMPARE(fixture.list().topLevelItem(2)->child(0)->text(0), QString("Lab Z"));
        profiles.erase(profiles.begin() + 2);
        fixture.dialog.setProfiles(profiles);
        QVERIFY(!fixture.dialog.selectedId().isEmpty());
    }

    void gathersErrorsUntilTheNextCommand()
    {
        DialogFixture fixture;
        fixture.dialog.showError({ErrorCode::ProfileInvalid, "/in/one.json", {}});
        fixture.dialog.showError({ErrorCode::FileNotFound, "/in/two.json", {}});
        QVERIFY(fixture.notice().contains("one.json") && fixture.notice().contains("two.json"));
        QTest::mouseClick(&fixture.button("importProfile"), Qt::LeftButton);
        QVERIFY(fixture.notice().isEmpty());
    }

    void copiesEverythingWithAllDigits()
    {
        DialogFixture fixture;
        const StainProfile profile = *publishedReferenceProfile(NormalizationMethod::Macenko);
        fixture.dialog.setProfile(fixture.dialog.selectedId(), profile);
        QTest::mouseClick(&fixture.button("copyProfile"), Qt::LeftButton);
        const QString text = QApplication::clipboard()->text();
        const auto& target = std::get<StainStatistics>(*profile.target);
        for (const OpticalDensity& row : target.stains)
            for (const double value : row)
                QVERIFY(text.contains(QString::number(value, 'g', QLocale::FloatingPointShortest)));
        QVERIFY(text.contains("1.9705") && text.contains("1.0308"));
        QVERIFY(text.contains(QString::fromStdString(recipeSha256(profile))));
        QVERIFY(text.contains("Macenko et al. 2009"));
    }

    void saysEverythingOfEachKindOfProfile()
    {
        const QLocale english(QLocale::English);
        const auto net = profileFacts(stainNet(), FactDigits::Readable, english);
        QCOMPARE(valueOf(net, "Network", "Parameters"), QString("1,283"));
        QCOMPARE(valueOf(net, "Network", "Channels"), QString("3 → 32 → 32 → 3"));
        QCOMPARE(valueOf(net, "Network", "Kernels"), QString("1×1, 1×1, 1×1"));
        QCOMPARE(valueOf(net, "Origin", "SHA-256"), QString("abc123"));
        QCOMPARE(valueOf(net, "Origin", "Training colors"), QString("unknown"));
        QCOMPARE(valueOf(net, "Origin", "Pixel size"), QString("not stated"));

        StainProfile reinhard;
        reinhard.method = NormalizationMethod::Reinhard;
        reinhard.target = LabStatistics{{70, 20.5, -10}, {10, 5, 4}};
        reinhard.mpp = 0.25;
        reinhard.gamut = ColorGamut::fromRuns(std::vector<std::uint32_t>{7, 2000}).value();
        const auto lab = profileFacts(reinhard, FactDigits::Readable, english);
        QCOMPARE(valueOf(lab, "Target", "Mean of L, a, b"), QString("70;  20.5;  -10"));
        QCOMPARE(valueOf(lab, "Origin", "Pixel size"), QString("0.25 µm per pixel"));
        QCOMPARE(valueOf(lab, "Origin", "Training colors"), QString("2,000 of 262,144 cells of the color space"));
        QVERIFY(valueOf(lab, "Options", "Fitted to").contains("all pixels"));

        StainProfile khan;
        khan.method = NormalizationMethod::Khan;
        khan.target = KhanStatistics{ruifrokStainMatrix(), {0.01, 0.02, 0.03}, {0.5, 0.4}, {1.5, 1.25}};
        const auto splines = profileFacts(khan, FactDigits::Readable, english);
        QCOMPARE(valueOf(splines, "Target", "Maxima"), QString("1.5;  1.25"));
        QCOMPARE(valueOf(splines, "Target", "Glass"), QString("0.01;  0.02;  0.03"));
        QVERIFY(!valueOf(splines, "Source", "Colors").isEmpty());
    }

    void everyMethodHasItsPaper()
    {
        for (int method = 0; method <= int(NormalizationMethod::Khan); ++method)
            QVERIFY(paperOf(NormalizationMethod(method)).contains(" 20"));
    }

    void colorsStainsAsTheyLook()
    {
        // 255 exp(-a row), truncated.
        QCOMPARE(stainColor({0.65, 0.70, 0.29}, 1), QColor(133, 126, 190));
        QCOMPARE(stainColor({0.65, 0.70, 0.29}, 0), QColor(255, 255, 255));
        QCOMPARE(stainColor({-1, 0, 1e6}, 2), QColor(255, 255, 0));
    }
};

QTEST_MAIN(TestProfileManagerDialog)
#include "tst_profilemanagerdialog.moc"

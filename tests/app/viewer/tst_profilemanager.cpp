#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

#include "ViewerFixture.h"
#include "normalize/ProfileFit.h"
#include "panels/PathText.h"
#include "panels/ProfileManagerDialog.h"

using namespace isostain;
using namespace isostain::test;

namespace {

/// Opens the manager as the user does.
ProfileManagerDialog* openManager(ViewerFixture& viewer)
{
    for (QAction* action : viewer.window.actions())
        if (action->text().remove('&').startsWith("Manage Profiles"))
            action->trigger();
    return viewer.window.findChild<ProfileManagerDialog*>();
}

QPushButton* button(ProfileManagerDialog* dialog, const char* name)
{
    return dialog->findChild<QPushButton*>(name);
}

StainProfile swapping(const char* name)
{
    StainProfile profile = swappingProfile(false);
    profile.name = name;
    return profile;
}

}

/// The profile manager in the real window.
class TestProfileManager : public QObject {
    Q_OBJECT

private slots:
    void showsWhatIsInAProfile_data()
    {
        QTest::addColumn<QString>("id"); // empty: the bundled one
        QTest::addColumn<QString>("text");
        QTest::newRow("bundled") << "" << "Kang et al. 2021";
        QTest::newRow("published reference") << "builtin:vahadane" << "1.9705";
    }

    void showsWhatIsInAProfile()
    {
        QFETCH(QString, id);
        QFETCH(QString, text);
        ViewerFixture viewer;
        QVERIFY(viewer.show());
        ProfileManagerDialog* dialog = openManager(viewer);
        QVERIFY(dialog && dialog->isVisible());
        const QString wanted = id.isEmpty() ? viewer.path("bundled-demo.json") : id;
        QVERIFY(QTest::qWaitFor([&] {
            dialog->select(wanted);
            return dialog->selectedId() == wanted;
        }, 30000));
        QTRY_VERIFY(button(dialog, "copyProfile")->isEnabled());
        bool isFound = false;
        for (const QLabel* label : dialog->findChild<QWidget*>("profileInspector")->findChildren<QLabel*>())
            isFound = isFound || label->text().contains(text);
        QVERIFY(isFound);
    }

    void usesAProfileOfTheLibrary()
    {
        ViewerFixture viewer;
        viewer.library.add(swapping("Mine"));
        QVERIFY(viewer.show());
        QTRY_COMPARE(viewer.library.profiles().size(), std::size_t(1));
        const QString path = toFileName(viewer.library.profiles().front().path);
        ProfileManagerDialog* dialog = openManager(viewer);
        dialog->select(path);
        QTest::mouseClick(button(dialog, "useProfile"), Qt::LeftButton);
        QTRY_COMPARE(viewer.normalizers.currentId(), path);
        QVERIFY(dialog->isVisible());
        QCOMPARE(openManager(viewer), dialog); // no second one
    }

    void selectsWhatWasImported()
    {
        ViewerFixture viewer;
        const QString file = viewer.writeProfile("one.json");
        QVERIFY(viewer.show());
        ProfileManagerDialog* dialog = openManager(viewer);
        viewer.library.import({file});
        QTRY_COMPARE(dialog->selectedId(), viewer.library.folder() + "/one.json");
    }

    void renamesInTheFileAndInTheList()
    {
        ViewerFixture viewer;
        viewer.library.add(swapping("Mine"));
        QVERIFY(viewer.show());
        QTRY_COMPARE(viewer.library.profiles().size(), std::size_t(1));
        const auto path = viewer.library.profiles().front().path;
        ProfileManagerDialog* dialog = openManager(viewer);
        emit dialog->renameRequested(toFileName(path), "Ours");
        auto* list = dialog->findChild<QTreeWidget*>("profileList");
        QTRY_COMPARE(list->findItems("Ours", Qt::MatchExactly | Qt::MatchRecursive).size(), 1);
        QCOMPARE(readStainProfile(path)->name, std::string("Ours"));
    }

    void showsErrorsInItself()
    {
        ViewerFixture viewer;
        QVERIFY(viewer.show());
        ProfileManagerDialog* dialog = openManager(viewer);
        viewer.library.import({viewer.writeFile("bad.json", "{")});
        auto* notice = dialog->findChild<QLabel*>("noticeText");
        QTRY_VERIFY(notice->isVisible() && notice->text().contains("bad.json"));
    }
};

QTEST_MAIN(TestProfileManager)
#include "tst_profilemanager.moc"

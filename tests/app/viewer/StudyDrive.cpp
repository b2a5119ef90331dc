#include "StudyDrive.h"

#include <QAbstractSpinBox>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTest>

#include "TrainingController.h"
#include "wizard/Section.h"
#include "wizard/TrainingWizard.h"

namespace isostain::test {

namespace {

constexpr int kPatience = 60'000; // milliseconds

}

bool StudyDrive::openWizard()
{
    QTest::keyClick(&m_viewer.window, Qt::Key_T, Qt::ControlModifier | Qt::ShiftModifier);
    return m_viewer.window.training().wizard() && QTest::qWaitForWindowActive(m_viewer.window.training().wizard());
}

TrainingWizard& StudyDrive::wizard() const
{
    return *m_viewer.window.training().wizard();
}

const QWidget& StudyDrive::wizardWidget() const
{
    return wizard();
}

void StudyDrive::type(const char* name, const QString& text) const
{
    auto* widget = field<QWidget>(name);
    auto* line = qobject_cast<QLineEdit*>(widget);
    if (!line)
        line = widget->findChild<QLineEdit*>();
    line->setFocus();
    QTest::keyClick(line, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(line, text);
    // Spin boxes take over what is typed when it is finished.
    QTest::keyClick(line, Qt::Key_Tab);
}

void StudyDrive::choose(const char* name, int data) const
{
    auto* box = field<QComboBox>(name);
    const int row = box->findData(data);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(box, Qt::Key_Down);
}

void StudyDrive::check(const char* name, Qt::CheckState state) const
{
    auto* box = field<QCheckBox>(name);
    if (box->checkState() != state)
        QTest::keyClick(box, Qt::Key_Space);
}

void StudyDrive::click(const char* name) const
{
    QTest::mouseClick(field<QAbstractButton>(name), Qt::LeftButton);
}

bool StudyDrive::next() const
{
    auto* button = field<QPushButton>("wizardNext");
    const auto before = wizard().page();
    if (!QTest::qWaitFor([button] { return button->isEnabled(); }, kPatience))
        return false;
    QTest::mouseClick(button, Qt::LeftButton);
    return QTest::qWaitFor([this, before] { return wizard().page() != before; }, 30000);
}

QString StudyDrive::problem() const
{
    return field<QLabel>("wizardProblem")->text();
}

void StudyDrive::fillInGenerated(Stain stain, const QString& folder, const QString& name) const
{
    QTest::mouseClick(field<QRadioButton>("fromGenerated"), Qt::LeftButton, {}, QPoint(8, field<QRadioButton>("fromGenerated")->height() / 2));
    choose("stain", int(stain));
    type("tiles", QStringLiteral("5"));
    type("studyName", name);
    type("studyFolder", folder);
}

void StudyDrive::planEverythingTiny() const
{
    for (Section* section : wizard().findChildren<Section*>())
        section->setOpen(Section::State::Open);
    for (const StudyStepRow& row : studySteps())
        if (row.step != StudyStep::Data)
            check(("step-" + std::string(row.key)).c_str(), Qt::Checked);
    for (const char* baseline : {"vahadane", "khan"})
        check(("baseline-" + std::string(baseline)).c_str(), Qt::Unchecked);
    const std::pair<const char*, const char*> values[] = {
        {"gan-width", "12"},        {"gan-blocks", "1"},          {"gan-discriminatorWidth", "4"}, {"gan-discriminatorHalvings", "2"},
        {"gan-crop", "32"},         {"gan-batch", "2"},           {"gan-epochs", "4"},             {"gan-stepsPerEpoch", "6"},
        {"gan-warmupSteps", "3"},   {"gan-logSteps", "2"},        {"net-steps", "100"},            {"net-pixelsPerStep", "1024"},
        {"classifier-epochs", "1"}, {"classifier-batchSize", "4"}, {"classifier-side", "32"},       {"classifier-repeats", "2"}};
    for (const auto& [name, value] : values)
        type(name, QLatin1String(value));
}

}

#include "wizard/ParameterForm.h"

#include <algorithm>
#include <cmath>

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLocale>
#include <QSpinBox>

namespace isostain {

namespace {

constexpr int kLargestSeed = 1'000'000'000;

/// Of a field of a configuration that must not be changed.
template <typename Value>
Value valueOf(const ParameterForm::Field<Value>& field, const StudyConfig& config)
{
    StudyConfig copy = config;
    return field(copy);
}

/// Shows 0.0002 as such, not as 0.00020000.
class RealBox : public QDoubleSpinBox {
public:
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 6); }
    /// Learning rates go by factors.
    void stepBy(int steps) override
    {
        if (decimals() < 4)
            QDoubleSpinBox::stepBy(steps);
        else
            setValue(value() * std::pow(2.0, steps));
    }
};

}

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
}

void ParameterForm::addRow(const QString& name, const QString& label, QWidget* field, const QString& hint, Row row)
{
    field->setObjectName(name);
    field->setAccessibleName(QString(label).remove(QLatin1Char('&')).remove(QLatin1Char(':')));
    field->setToolTip(hint);
    field->setAccessibleDescription(hint);
    m_form->addRow(label, field);
    m_rows.push_back(std::move(row));
}

void ParameterForm::addNumber(const QString& name, const QString& label, int least, int most, Field<int> field,
                              const QString& hint)
{
    auto* box = new QSpinBox;
    box->setRange(least, most);
    box->setGroupSeparatorShown(true);
    connect(box, &QSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            emit changed();
    });
    addRow(name, label, box, hint,
           {[box, field](const StudyConfig& config) { box->setValue(valueOf(field, config)); },
            [box, field](StudyConfig& config) {
                field(config) = box->value();
            }});
}

void ParameterForm::addSeed(const QString& name, const QString& label,
                            const std::function<std::uint64_t(const StudyConfig&)>& read,
                            const std::function<void(StudyConfig&, int)>& write)
{
    auto* box = new QSpinBox;
    box->setRange(0, kLargestSeed);
    connect(box, &QSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            emit changed();
    });
    addRow(name, label, box, tr("Another number gives other random choices; the same one repeats them"),
           {[box, read](const StudyConfig& config) { box->setValue(int(std::min<std::uint64_t>(read(config), kLargestSeed))); },
            [box, write](StudyConfig& config) {
                write(config, box->value());
            }});
}

void ParameterForm::addReal(const QString& name, const QString& label, double least, double most, int decimals,
                            Field<double> field, const QString& hint)
{
    auto* box = new RealBox;
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setSingleStep(decimals == 0 ? 1 : std::pow(10.0, -std::min(decimals, 1)));
    connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
        if (!m_isShowing)
            emit changed();
    });
    addRow(name, label, box, hint,
           {[box, field](const StudyConfig& config) { box->setValue(valueOf(field, config)); },
            [box, field](StudyConfig& config) {
                // A number with more digits than the box shows stays as it was.
                if (std::abs(field(config) - box->value()) > 0.5 * std::pow(10.0, -box->decimals()))
                    field(config) = box->value();
            }});
}

void ParameterForm::addChoice(const QString& name, const QString& label, const std::vector<Choice>& choices,
                              const std::function<int(const StudyConfig&)>& read,
                              const std::function<void(StudyConfig&, int)>& write, const QString& hint)
{
    auto* box = new QComboBox;
    for (const Choice& choice : choices)
        box->addItem(choice.text, choice.value);
    connect(box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_isShowing)
            emit changed();
    });
    addRow(name, label, box, hint,
           {[box, read](const StudyConfig& config) { box->setCurrentIndex(std::max(0, box->findData(read(config)))); },
            [box, write](StudyConfig& config) {
                write(config, box->currentData().toInt());
            }});
}

void ParameterForm::showConfig(const StudyConfig& config)
{
    m_isShowing = true;
    for (const Row& row : m_rows)
        row.show(config);
    m_isShowing = false;
}

void ParameterForm::write(StudyConfig& config) const
{
    for (const Row& row : m_rows)
        row.write(config);
}

}

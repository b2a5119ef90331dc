#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include <QString>
#include <QWidget>

#include "study/StudyConfig.h"

class QFormLayout;

namespace isostain {

/// Fields of a StudyConfig as a form: each row is bound to one of them. GUI thread only.
class ParameterForm : public QWidget {
    Q_OBJECT

public:
    /// Of a field in a configuration.
    template <typename Value>
    using Field = std::function<Value&(StudyConfig&)>;
    struct Choice {
        QString text;
        int value;
    };

    explicit ParameterForm(QWidget* parent = nullptr);

    /// `name` becomes the object's name; `hint` says what the field means.
    void addNumber(const QString& name, const QString& label, int least, int most, Field<int> field, const QString& hint = {});
    template <typename Seed>
    void addSeed(const QString& name, const QString& label, Seed& (*field)(StudyConfig&))
    {
        addSeed(
            name, label,
            [field](const StudyConfig& config) {
                StudyConfig copy = config;
                return std::uint64_t(field(copy));
            },
            [field](StudyConfig& config, int value) { field(config) = Seed(value); });
    }
    void addReal(const QString& name, const QString& label, double least, double most, int decimals, Field<double> field,
                 const QString& hint = {});
    void addChoice(const QString& name, const QString& label, const std::vector<Choice>& choices,
                   const std::function<int(const StudyConfig&)>& read, const std::function<void(StudyConfig&, int)>& write,
                   const QString& hint = {});

    void showConfig(const StudyConfig& config);
    void write(StudyConfig& config) const;

signals:
    void changed();

private:
    struct Row {
        std::function<void(const StudyConfig&)> show;
        std::function<void(StudyConfig&)> write;
    };

    void addSeed(const QString& name, const QString& label, const std::function<std::uint64_t(const StudyConfig&)>& read,
                 const std::function<void(StudyConfig&, int)>& write);
    void addRow(const QString& name, const QString& label, QWidget* field, const QString& hint, Row row);

    QFormLayout* m_form;
    std::vector<Row> m_rows;
    bool m_isShowing = false;
};

}
